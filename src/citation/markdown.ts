import type { CitedArticle, CitedClaim, CitedFact, Packet, Value } from './packet.ts';

/** The languages that a packet is written in for people. */
export type Language = 'zh' | 'en';

const WORDS = {
  zh: {
    ...{
      claim: '陈述',
      fact: '事实',
      total: '合计',
      value: '数字',
      sources: '独立来源',
      rests: '依据',
      rule: '规则',
      made: '生成',
    },
    ...{
      added: '相加',
      leftOut: '未加',
      decided: '人工审阅',
      footnote: '脚注',
      digest: '校验值',
      copy: '转载自',
      to: '至',
      open: '不限',
    },
  },
  en: {
    ...{
      claim: 'Claim',
      fact: 'Fact',
      total: 'Total',
      value: 'Value',
      sources: 'independent sources',
      rests: 'Rests on',
      rule: 'rule',
    },
    ...{
      made: 'made',
      added: 'Added',
      leftOut: 'Left out',
      decided: 'Decided by a person',
      footnote: 'Footnote',
      digest: 'Digest',
    },
    ...{ copy: 'copied from', to: 'to', open: 'open' },
  },
} as const;

/** A packet as Markdown for people: the number, the words that state it in their context, who said so, and how it follows. */
export function markdown(packet: Packet, language: Language): string {
  const words = WORDS[language];
  const { subject, value, articles, claims, facts, derivation, decisions, made } = packet;
  const families = new Set(articles.map(({ family }) => family.root)).size;
  const lines = [
    `# ${words[subject.type]} ${subject.id}`,
    `**${words.value}** ${figure(value, language)} · ${words.sources} ${families}`,
    ...(derivation.rule === 'total' ? totalLines(derivation, facts, language) : []),
    `## ${words.rests}`,
    ...claims.flatMap((claim) => claimLines(claim, articles, language)),
    ...(decisions.length === 0
      ? []
      : [`## ${words.decided}`, ...decisions.map((d) => `- ${d.verdict}${d.note ? `: ${d.note}` : ''}`)]),
    `## ${words.footnote}`,
    packet.footnote[language],
    `${words.made} ${made.on}, ${made.by} · ${words.digest} \`${packet.digest}\``,
  ];
  return `${lines.join('\n\n')}\n`;
}

function totalLines(
  derivation: Extract<Packet['derivation'], { rule: 'total' }>,
  facts: readonly CitedFact[],
  language: Language,
): string[] {
  const words = WORDS[language];
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const named = (id: string) => {
    const fact = byId.get(id);
    return fact === undefined ? id : `${fact.placeName ?? ''} ${figure(fact, language)} “${fact.quote}”`;
  };
  return [
    `## ${words.added}`,
    derivation.added.map((id) => `- ${named(id)}`).join('\n'),
    ...(derivation.leftOut.length === 0
      ? []
      : [
          `## ${words.leftOut}`,
          derivation.leftOut.map(({ fact, reason }) => `- ${named(fact)} (${reason})`).join('\n'),
        ]),
  ];
}

function claimLines(claim: CitedClaim, articles: readonly CitedArticle[], language: Language): string[] {
  const words = WORDS[language];
  const article = articles.find(({ id }) => id === claim.articleId);
  const text = (name: string) => (typeof claim[name] === 'string' ? (claim[name] as string) : '');
  const copied =
    article !== undefined && article.family.root !== article.id ? `${words.copy} \`${article.family.root}\`` : null;
  const source = [
    article?.outlet,
    article?.title && `《${article.title}》`,
    article?.publishedOn,
    article?.url,
    article?.state,
    copied,
  ];
  return [
    `> ${text('contextBefore')}**${claim.quote}**${text('contextAfter')}`.replaceAll('\n', ' '),
    source.filter(Boolean).join(' · '),
    `\`${claim.id}\` · ${claim.start}–${claim.end} · ${words.rule} ${text('rule')} ${text('rulesVersion')} · SHA-256 \`${article?.textSha256 ?? ''}\``,
  ];
}

/** 6600万–6700万元 in Chinese, 66,000,000–67,000,000 CNY in English. */
function figure({ figure: stated, min, max, unit }: Value, language: Language): string {
  if (stated === null) return '–';
  const bounds = min === stated && max === stated ? '' : ` [${number(min, language)}, ${number(max, language)}]`;
  const name = unit === 'CNY' && language === 'zh' ? '元' : (unit ?? '');
  return `${number(stated, language)} ${name}${bounds}`.trim();
}

function number(value: number | null, language: Language): string {
  if (value === null) return WORDS[language].open;
  return value.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', { maximumFractionDigits: 4 });
}
