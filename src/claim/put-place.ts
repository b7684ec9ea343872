import { type Frame, hasFigure } from './frame.ts';
import { inSpan, isLocal } from './named-place.ts';
import { coordinated, type SiteFinding } from './topic-place.ts';

/** 添移动警务室3间，放在吉布胡郎图苏木: the clause after says where. */
export function placedAfter(f: Frame): SiteFinding | undefined {
  const given = givenTo(f) ?? handedTo(f);
  if (given) return given;
  const [next] = f.clausesAfter;
  const words = next ? f.scene.slice(next) : '';
  const put =
    next &&
    /^(?:都|均|全部)在|^(?:都|均|全部|分别)?(?:安装|布设|部署|分布|集中|放|设|建|装|安|立|落|架|坐落|位于)(?:在|到|于)?/u.exec(
      words,
    );
  if (!next || !put || hasFigure(f.scene, next)) return undefined;
  const [first, ...rest] = inSpan(f.scene, next);
  if (first?.start !== next.start + put[0].length) return undefined;
  const found = coordinated(f, [first, ...rest]);
  return found && { ...found, from: 'sentence' };
}

/** 3艘配给沙沟派出所，2艘配给中堡派出所: the station that got them. */
function handedTo(f: Frame): SiteFinding | undefined {
  if (!/^(?:已)?(?:配|分|拨|交|配发|分配|下发)给/u.test(f.tailWords)) return undefined;
  const [station] = f.scene.inside(f.scene.mentions.agencies.mentions, f.tail);
  const place = station?.agency.type === 'police_station' ? station.agency.place : undefined;
  return station && place && isLocal(place) ? { places: [place], span: station, from: 'clause' } : undefined;
}

/** 明年打算拿80万元，｜给得莫利镇补40个探头: where the clause after puts what the money buys. */
function givenTo(f: Frame): SiteFinding | undefined {
  const [next] = f.clausesAfter;
  if (f.figure?.type !== 'money' || !next || f.scene.chars[f.clause.end - 1] === '；') return undefined;
  if (!/^[给为在替把]/u.test(f.scene.slice(next)) || inSpan(f.scene, f.clause).length > 0) return undefined;
  if (
    !/^(?:另外|另|此外|其中|又|再|明年|今年|去年|年内|后来|接着)?(?:还|又|再)?(?:打算|计划|准备|拟)?(?:投资|投入|安排|筹|用|出|拿出|[拿花掏]了?)$/u.test(
      f.headWords,
    )
  )
    return undefined;
  const named = inSpan(f.scene, next);
  const [first] = named;
  return first?.start === next.start + 1 && named.length === 1 && isLocal(first.place)
    ? { places: [first.place], span: first, from: 'sentence' }
    : undefined;
}
