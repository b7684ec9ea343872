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
    '哪些说法互相矛盾？示例文章里没有：亳州的“约20亿”与“约19.5亿”界限重叠，可以同时为真。',
    'Where do sources disagree? In the demo nowhere: about 2 billion and about 1.95 billion in Bozhou may both be true.',
    `query Disputed {
  conflicts(first: 10) {
    totalCount
    nodes { why english: why(language: en) gap facts { figure unit quote articles { outlet } } }
  }
  facts(first: 10, filter: { kind: FUNDED, within: "341600" }) {
    nodes { figure min max approx quote articles { outlet } }
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
    '按名称或原话查找，各类各有多少。',
    'Search by name or by words, and how many there are of each type.',
    `query Find($text: String! = "视频监控") {
  search(text: $text, first: 10) {
    facets { type total capped }
    hits { type name score node { id } }
  }
}
`,
  ),
  tab(
    '东营市一共有多少摄像头？算了什么，没算什么，为什么。',
    'How many cameras in all of Dongying? What was added, what was not, and why.',
    `query Total($place: String = "370500") {
  total(place: $place, asset: camera) {
    figure
    min
    max
    sources
    added { nodes { fact { figure place { name } quote } } }
    leftOut { nodes { reason fact { figure place { name } quote } by { figure } } }
    accuracy { kind precision recall }
  }
}
`,
  ),
  tab(
    '钱按年份和省份分组；各组会重叠，不可相加。',
    'Money by year and province; groups overlap, and do not add up.',
    `query Spending {
  spending(by: [year, place], level: province, order: FIGURE, first: 10) {
    totalCount
    nodes { key { year placeName } facts total { figure min max unit } }
  }
}
`,
  ),
  tab(
    '雪亮工程的周围：谁出钱，谁建设，在哪里。',
    'Around the Sharp Eyes project: who pays, who builds, and where.',
    `query Around {
  neighborhood(id: "Program:雪亮工程", depth: 1, limit: 30) {
    nodes { id kind label depth }
    edges { kind source target figure year }
    counts { kind total drawn }
    truncated
  }
}
`,
  ),
  tab(
    '引用一个数字：脚注、条目，和能自证的数据包。',
    'Cite a figure: a footnote, an entry, and a packet that proves itself.',
    `query Cite {
  facts(first: 1, filter: { kind: DEPLOYED, asset: camera, within: "370503" }) {
    nodes { citation { footnote english: footnote(language: en) bibtex digest packet } }
  }
}
`,
  ),
];
