import { REMINDER_KINDS, remindersOf } from '@huiyin/domain/accounts/reminders.ts'
import { itemId, raiseItem, resolveItem } from '@huiyin/ports/items.ts'
import { CapabilityAbsent, type PlatformError } from '@huiyin/ports/platform.ts'
import type { Capabilities } from '@huiyin/schemas/capabilities.ts'
import type { ItemKind, OperatorItem } from '@huiyin/schemas/operator-item.ts'
import type { AccountRun, Ports } from './account-run.ts'
import type { PostWatch } from './watch.ts'

type Kind = ItemKind
type Facts = OperatorItem['facts']

const ofAccount = ({ account: { platform, id } }: AccountRun) => ({ platform, account: id })

/** A person has to look at this post. */
export async function raiseAbout(
  { records, clock }: Ports,
  run: AccountRun,
  kind: Kind,
  { post, title = '' }: PostWatch,
  facts: Facts = {}
): Promise<void> {
  const item = { kind, ...ofAccount(run), about: post, facts: { title, ...facts } }
  await raiseItem(records, item, clock.now())
}

export const resolveAbout = ({ records, clock }: Ports, run: AccountRun, kind: Kind, post: string): Promise<boolean> =>
  resolveItem(records, itemId({ kind, ...ofAccount(run), about: post }), clock.now())

/** What keeps an account from being read: the one thing that a person can do. */
export async function raiseTrouble({ records, clock }: Ports, run: AccountRun, error: PlatformError): Promise<void> {
  const { code, message, advice } = error
  const about = error instanceof CapabilityAbsent ? error.capability : undefined
  const kind = about ? 'account.capability' : advice === 'reauthorise' ? 'account.authorise' : 'account.stopped'
  const facts = { code, message, name: run.account.name }
  await raiseItem(records, { kind, ...ofAccount(run), ...(about && { about }), facts }, clock.now())
}

/** The interface is granted. */
export const resolveCapability = (
  { records, clock }: Ports,
  run: AccountRun,
  capability: keyof Capabilities
): Promise<boolean> =>
  resolveItem(records, itemId({ kind: 'account.capability', ...ofAccount(run), about: capability }), clock.now())

/** The account can be read again. */
export async function resolveTrouble({ records, clock }: Ports, run: AccountRun): Promise<void> {
  for (const kind of ['account.authorise', 'account.stopped'] as const) {
    await resolveItem(records, itemId({ kind, ...ofAccount(run) }), clock.now())
  }
}

/** Raises what somebody has to be reminded of, and resolves what is not so any more. */
export async function remind({ records, clock }: Ports, run: AccountRun): Promise<void> {
  const now = clock.now()
  const { lastPostAt, authorisedUntil } = run.watch
  const due = remindersOf(
    run.account,
    {
      ...(lastPostAt !== undefined && { lastPostAt }),
      ...(authorisedUntil !== undefined && { authorisedUntil }),
      publishedAt: [...run.posts.values()].flatMap(({ publishedAt = [] }) => publishedAt)
    },
    now
  )
  for (const item of due) await raiseItem(records, item, now)
  const rest = REMINDER_KINDS.filter(kind => !due.some(item => item.kind === kind))
  for (const kind of rest) await resolveItem(records, itemId({ kind, ...ofAccount(run) }), now)
}
