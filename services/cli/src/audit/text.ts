import type { Verification } from '@huiyin/schemas/trail.ts'

const count = (n: number, one: string, many = `${one}s`) => `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`

/** What a verification met, for a person: the first broken link in words, then the others. */
export function verificationText(verification: Verification): string {
  const { ok, links, rows, redacted, unanchored, anchors, key, broken, findings } = verification
  const seen = [
    `${count(links, 'link')}, ${count(rows, 'row')} of the history, ${count(anchors, 'anchor')}`,
    ...(redacted > 0 ? [`${count(redacted, 'row was', 'rows were')} redacted; their links stand`] : []),
    ...(unanchored > 0
      ? [`${count(unanchored, 'link is', 'links are')} younger than the last anchor: nobody has signed them yet`]
      : []),
    ...(key ? [`Signed by the key ${key}; compare it with the one that you keep`] : ['There is no anchor yet'])
  ]
  const [first, ...others] = findings
  const verdict = ok
    ? 'The trail is unbroken.'
    : `The trail is broken in ${count(broken, 'place')}. The first:\n  ${first?.words}`
  const more = others.map(({ words }) => `  ${words}`)
  const unsaid = broken - findings.length
  const rest = unsaid > 0 ? [`  … and ${count(unsaid, 'other')}`] : []
  return [verdict, ...(more.length > 0 ? ['Then:', ...more, ...rest] : []), ...seen, ''].join('\n')
}
