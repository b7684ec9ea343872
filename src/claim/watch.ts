import type { Asset } from './claim.ts';
import type { Frame } from './frame.ts';

/** 每天近4500人在村里日夜巡逻: people on their rounds, day by day. */
export const onRound = (f: Frame): boolean =>
  f.figure?.type === 'quantity' &&
  /^(?:人|名|余人)$/u.test(f.figure.unit) &&
  /每天|每日|每晚|每夜/u.test(f.leadWords) &&
  /^(?:在[^，。]{1,10})?(?:日夜|昼夜|夜间|轮流|上街|义务|上路)*(?:巡逻|巡防|值守)/u.test(
    f.scene.chars.slice(f.trigger.end, f.clause.end),
  );

/** 另聘请6名村民夜间巡更: whoever they are, they are paid to watch. */
export const hiredToWatch = (f: Frame): boolean =>
  /(?:聘请|雇请|雇|聘|请)了?$/u.test(f.headWords) &&
  /^(?:村民|群众|老人|老?党员|农民|渔民|牧民)(?:夜间|日夜|昼夜|轮流|轮班)*(?:巡|值守|看护|守夜|打更)/u.test(
    f.tailWords,
  );

/** 76个老党员轮着打更: whoever takes turns at the watch. */
export const takesTurns = (f: Frame): boolean =>
  /^(?:村民|群众|老人|老?党员|农民|渔民|牧民)(?:轮着|轮流|轮班)(?:打更|巡逻|巡夜|值守|守夜)/u.test(f.tailWords);

/** 巡特警大队投入警力90人: those who patrol the streets. */
export function force(f: Frame): Asset | undefined {
  const [previous] = f.clausesBefore;
  const said = `${previous ? f.scene.slice(previous) : ''}${f.headWords}`;
  return /警力$/u.test(f.headWords) && /(?:巡警|巡特警|特警)大队/u.test(said) ? 'patrol_team' : undefined;
}
