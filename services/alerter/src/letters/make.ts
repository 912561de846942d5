import { LETTERS, letterSubject, makeLetterDeliveries } from '@huiyin/ports/letters.ts'
import type { Letter } from '@huiyin/schemas/letter.ts'
import type { LetterPorts } from './ports.ts'

const AT_MOST = 100

/** Makes one delivery for each recipient of every letter that is new; by create, so that doing it twice makes the same. */
export async function makeDue({ records, tell }: LetterPorts, now: number): Promise<void> {
  const listed = await records.due<Letter>(LETTERS, now, AT_MOST)
  const found = await records.getMany<Letter>(
    LETTERS,
    listed.map(({ id }) => id)
  )
  for (const one of found) {
    if (!one || (one.document.dueAt ?? Infinity) > now) continue // the list lags
    const { id, value: letter } = one.document
    const { about, of, to, by, urgent } = letter
    await tell(letterSubject(id), { type: 'letter.made', by, data: { letter: id, about, of, urgent, to: to.length } })
    await makeLetterDeliveries(records, letter, { n: 0, now })
    await records.putIfUnchanged(LETTERS, { id, value: letter }, one.version)
  }
}
