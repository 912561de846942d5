import type { Store } from '@huiyin/adapters/open.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { Year } from './generate.ts'

const AT_ONCE = 1_000

/** Writes a year into a store, as it would stand there; `meet` sees every document once. */
export async function fillStore(
  { comments, tickets, records }: Pick<Store, 'comments' | 'tickets' | 'records'>,
  year: Year,
  meet: (of: { comments: readonly StoredComment[]; tickets: readonly Ticket[] }) => void = () => {}
): Promise<void> {
  await records.createEach(
    'post',
    year.posts.map(value => ({ id: value.id, value }))
  )
  let said: StoredComment[] = []
  let cases: Ticket[] = []
  const write = async () => {
    await put(comments, said)
    await put(tickets, cases)
    meet({ comments: said, tickets: cases })
    said = []
    cases = []
  }
  for (const story of year.stories()) {
    said.push(...story.comments)
    if (story.ticket) cases.push(story.ticket)
    if (said.length >= AT_ONCE) await write()
  }
  await write()
  await Promise.all([comments.refresh(), tickets.refresh(), records.refresh()])
}

type Puts<D> = { putEach: (puts: readonly { document: D }[]) => Promise<{ outcome: string; reason?: string }[]> }

async function put<D>(into: Puts<D>, documents: readonly D[]): Promise<void> {
  if (documents.length === 0) return
  const results = await into.putEach(documents.map(document => ({ document })))
  const wrong = results.find(({ outcome }) => outcome !== 'put')
  if (wrong) throw new Error(`A document of the year was not written: ${wrong.reason ?? wrong.outcome}`)
}
