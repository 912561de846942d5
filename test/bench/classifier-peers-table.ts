import type { Figures } from '@huiyin/classifier/evaluation/figures.ts'
import type { Peers, PeerTasks } from './classifier-peers.ts'
import { leavesOf, type PeerFigures } from './classifier-peers.ts'
import { figure, table } from './machine.ts'

const PEERS = ['tfidf', 'fasttext', 'snownlp']
/** By how much the sentiment of each source is to be better than SnowNLP's, in macro-F1. */
const AHEAD_OF_SNOWNLP = 0.1

type Told = Record<string, PeerFigures>

function byTask(tasks: PeerTasks): Map<string, Told> {
  const told = new Map<string, Told>()
  for (const { path, figures } of leavesOf(tasks)) {
    const task = path.slice(0, -1).join(' / ')
    told.set(task, { ...told.get(task), [path.at(-1)!]: figures })
  }
  return told
}

const shown = (figures?: { macroF1: number; accuracy: number }) =>
  figures ? `${figures.macroF1.toFixed(3)} (${figures.accuracy.toFixed(3)})` : '–'

/** Ours beside each peer: macro-F1 and, in brackets, accuracy; then how many texts a second the peers answer. */
export function peersTable({ versions, tasks }: Peers, sides: ReadonlyMap<string, Figures>): string {
  const rows = Array.from(byTask(tasks))
  const quality = rows.map(([task, told]) => [
    task,
    figure(Object.values(told)[0]!.count),
    shown(sides.get(task)),
    ...PEERS.map(peer => shown(told[peer]))
  ])
  const speed = rows
    .filter(([task]) => !task.startsWith('leave-one-source-out'))
    .map(([task, told]) => [task, ...PEERS.map(peer => (told[peer] ? figure(told[peer].perSecond) : '–'))])
  return [
    Object.entries(versions)
      .map(([name, version]) => `${name} ${version ?? 'missing'}`)
      .join(', '),
    'Macro-F1 (accuracy). Ours as shipped: it chooses among all its labels, has learnt from the train files of every',
    'source, and so has no figure where the peers leave one out.',
    table([['', 'rows', 'ours', ...PEERS], ...quality]),
    '',
    'Texts per second of the clock, one thread',
    table([['', ...PEERS], ...speed])
  ].join('\n')
}

/** One sentence for each source where ours is not far enough ahead of SnowNLP. */
export function behindSnownlp({ tasks }: Peers, sides: ReadonlyMap<string, Figures>): string[] {
  return Array.from(byTask(tasks)).flatMap(([task, { snownlp }]) => {
    const ours = sides.get(task)
    if (!snownlp || !ours || ours.macroF1 >= snownlp.macroF1 + AHEAD_OF_SNOWNLP) return []
    return [
      `${task}: ${ours.macroF1.toFixed(3)} is not ${AHEAD_OF_SNOWNLP} above SnowNLP’s ${snownlp.macroF1.toFixed(3)}`
    ]
  })
}
