/** Something that stands in a group, and may change it while it is not listed. */
interface Grouped<Group> {
  readonly kin: Group;
}

/** Which members stand under which keys, those of one group together; of a key that one member has, only that one is kept. */
export class Postings<Group, Member extends Grouped<Group>> {
  readonly #listed = new Map<number, Member | Map<Group, Set<Member>>>();

  add(key: number, member: Member): void {
    const listed = this.#listed.get(key);
    if (listed === undefined) this.#listed.set(key, member);
    else if (listed instanceof Map) put(listed, member);
    else if (listed !== member) this.#listed.set(key, put(put(new Map(), listed), member));
  }

  remove(key: number, member: Member): void {
    const listed = this.#listed.get(key);
    if (listed === member) this.#listed.delete(key);
    if (!(listed instanceof Map)) return;
    const group = listed.get(member.kin);
    group?.delete(member);
    if (group?.size === 0) listed.delete(member.kin);
    if (listed.size === 0) this.#listed.delete(key);
  }

  /** The groups with members under a key, and these members. */
  groups(key: number): Iterable<readonly [Group, Iterable<Member>]> {
    const listed = this.#listed.get(key);
    if (listed === undefined) return [];
    return listed instanceof Map ? listed : [[listed.kin, [listed]]];
  }
}

function put<Group, Member extends Grouped<Group>>(groups: Map<Group, Set<Member>>, member: Member) {
  const group = groups.get(member.kin);
  if (group === undefined) groups.set(member.kin, new Set([member]));
  else group.add(member);
  return groups;
}
