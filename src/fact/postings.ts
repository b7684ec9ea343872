/** Something that stands in a group, and may change it while it is not listed. */
interface Grouped<Group> {
  readonly kin: Group;
}

const PARTS = 64;

/** Which members stand under which keys, those of one group together; of a key that one member has, only that one is kept. */
export class Postings<Group, Member extends Grouped<Group>> {
  /** A map holds 2^24 keys and no more: those of some hundred thousand articles. */
  readonly #parts = Array.from({ length: PARTS }, () => new Map<number, Member | Map<Group, Set<Member>>>());

  add(key: number, member: Member): void {
    const part = this.#part(key);
    const listed = part.get(key);
    if (listed === undefined) part.set(key, member);
    else if (listed instanceof Map) put(listed, member);
    else if (listed !== member) part.set(key, put(put(new Map(), listed), member));
  }

  remove(key: number, member: Member): void {
    const part = this.#part(key);
    const listed = part.get(key);
    if (listed === member) part.delete(key);
    if (!(listed instanceof Map)) return;
    const group = listed.get(member.kin);
    group?.delete(member);
    if (group?.size === 0) listed.delete(member.kin);
    if (listed.size === 0) part.delete(key);
  }

  /** The groups with members under a key, and these members. */
  groups(key: number): Iterable<readonly [Group, Iterable<Member>]> {
    const listed = this.#part(key).get(key);
    if (listed === undefined) return [];
    return listed instanceof Map ? listed : [[listed.kin, [listed]]];
  }

  #part(key: number): Map<number, Member | Map<Group, Set<Member>>> {
    return this.#parts[(key >>> 1) % PARTS] as Map<number, Member | Map<Group, Set<Member>>>;
  }
}

function put<Group, Member extends Grouped<Group>>(groups: Map<Group, Set<Member>>, member: Member) {
  const group = groups.get(member.kin);
  if (group === undefined) groups.set(member.kin, new Set([member]));
  else group.add(member);
  return groups;
}
