import type { Fact, Outage } from '../reference/facts.ts'
import { MINUTE } from '../reference/minutes.ts'
import { idOfComment, seen, ticketOf, type Written } from './comment.ts'
import type { Town } from './town.ts'

type Waiting = { of: Written; from: number; as: 'new' | 'edited' | 'deleted'; onSeen?: () => void }

/** Collectors and classifier together: what stands at a platform is delivered with the next round. */
export interface Collectors {
  /** It stands there from its publish time on; `later` ms are added before a round shows it. */
  publish: (of: Written, how?: { later?: number; onSeen?: () => void }) => void
  edited: (of: Written) => void
  deleted: (of: Written, onSeen?: () => void) => void
}

export interface CollectorOptions {
  /** No rounds in these. */
  down: readonly Outage[]
  /** Called once the desk has it, for each ticket that it concerns. */
  onDelivered: (of: Written, as: Waiting['as']) => void
}

const EVERY = 3 * MINUTE

export function collectors(town: Town, { down, onDelivered }: CollectorOptions): Collectors {
  const waiting = new Map<number, Waiting[]>()
  const gone = new Set<string>()

  const put = (one: Waiting, account: string) => {
    const round = roundAfter(one.from, offsetOf(account), down)
    const others = waiting.get(round)
    if (others) return void others.push(one)
    waiting.set(round, [one])
    town.at(round, () => collect(round))
  }

  const collect = async (round: number) => {
    const found = (waiting.get(round) ?? []).toSorted((a, b) => a.of.publishedAt - b.of.publishedAt)
    waiting.delete(round)
    const changes = { new: {}, edited: {}, deleted: { deleted: true } } as const
    const once = [...Map.groupBy(found, ({ of }) => idOfComment(of)).values()].map(asSeenOnce)
    for (const { of, as, onSeen } of once) {
      noteOf(town, of, as)
      onSeen?.()
    }
    await town.deliver(once.map(({ of, as }) => seen(of, town.now(), changes[as])))
    for (const { of, as } of once) if (!of.ours) onDelivered(of, as)
  }

  return {
    publish: (of, { later = 0, onSeen } = {}) =>
      put({ of, from: of.publishedAt + later, as: 'new', ...(onSeen && { onSeen }) }, of.account),
    edited: of => {
      if (!gone.has(of.comment)) put({ of, from: town.now(), as: 'edited' }, of.account)
    },
    deleted: (of, onSeen) => {
      gone.add(of.comment)
      put({ of, from: town.now(), as: 'deleted', ...(onSeen && { onSeen }) }, of.account)
    }
  }
}

/** What was written and changed between two rounds is seen as it stands in the second. */
function asSeenOnce(changes: readonly Waiting[]): Waiting {
  const last = changes.at(-1)!
  const isNew = changes.some(({ as }) => as === 'new')
  return isNew && last.as === 'edited' ? { ...last, as: 'new' } : last
}

function noteOf(town: Town, of: Written, as: Waiting['as']): void {
  const at = town.now()
  const comment = idOfComment(of)
  const { publishedAt, judged, ours } = of
  if (ours) return // whoever posted it knows whom it answers
  const isRoot = of.comment === of.root
  const fact: Fact =
    as === 'deleted'
      ? { at, kind: 'removed', comment }
      : { at, kind: as === 'new' ? 'said' : 'said-otherwise', comment, publishedAt, judged, isRoot }
  town.note(ticketOf(of), fact)
}

const offsetOf = (account: string) => (account.length * 7_919) % EVERY

function roundAfter(at: number, offset: number, down: readonly Outage[]): number {
  const round = Math.ceil((at + 2_000 - offset) / EVERY) * EVERY + offset + 1
  const outage = down.find(({ from, to }) => from <= round && round < to)
  return outage ? roundAfter(outage.to, offset, down) : round
}
