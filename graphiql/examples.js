// The tabs of a first visit: one question each, in Chinese and English, answered by the demo articles.
const tab = (zh, en, query) => ({ query: `# ${zh}\n# ${en}\n${query}` });

export const EXAMPLES = [
  tab(
    '谁出了多少钱，买了什么？每个数字都带原话。',
    'Who paid how much, and for what? Each figure with the words that state it.',
    `query Money {
  facts(first: 10, filter: { kind: FUNDED }) {
    totalCount
    nodes {
      sourceCount
      claim {
        amountMin
        amountMax
        actors { name }
        paysFor { count unit assetText }
        quote
        article { title outlet publishedOn url }
      }
    }
  }
}
`,
  ),
  tab(
    '各处装了多少摄像头？',
    'How many cameras, and where?',
    `query Cameras($first: Int = 10) {
  facts(first: $first, filter: { kind: DEPLOYED, asset: camera }) {
    totalCount
    nodes {
      figure
      unit
      part
      claim { stage scope year place { name } quote }
    }
  }
}
`,
  ),
  tab(
    '哪些说法互相矛盾？',
    'Where do sources disagree?',
    `query Disputed {
  facts(first: 10, filter: { disputed: true }) {
    nodes {
      figure
      unit
      claim { quote article { outlet } }
      conflicts { nodes { figure unit claim { quote article { outlet } } } }
    }
  }
}
`,
  ),
  tab(
    '雪亮工程：别名、分类，谁说了什么。',
    'The Sharp Eyes project: aliases, category, and who said what.',
    `query SharpEyes {
  program(id: "雪亮工程") {
    name
    nameEn
    aliases
    category
    claims(first: 5) { totalCount nodes { kind quote article { title } } }
  }
}
`,
  ),
  tab(
    '按名称或原话查找。',
    'Search by name or by words.',
    `query Find($text: String = "视频监控") {
  search(text: $text, first: 10) { type name node { id } }
}
`,
  ),
];
