/** A period as people write it: 2017, 2015-01, 2015–2017, 2015-01–2015-03; '' for one that nobody dates. */
export function periodText({ first, last }: { readonly first: string; readonly last: string }): string {
  if (first === '') return '';
  const [from, to] = [first.replaceAll('-00', ''), last.replaceAll('-99', '')];
  return from === to ? from : `${from}–${to}`;
}
