import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { commentWrites } from './comment-writes.ts'
import { openWriter } from './connection.ts'
import { historyWrites } from './history-writes.ts'
import { type EventColumns, logWrites } from './log-writes.ts'
import { faultOf, type SqliteFault, takenOrRefused } from './problems.ts'
import { copyWrites } from './rebuild/copy-writes.ts'
import { openMirrors } from './rebuild/mirror.ts'
import { swapWrites } from './rebuild/swap-writes.ts'
import { recordWrites } from './record-writes.ts'
import { ticketWrites } from './ticket-writes.ts'
import { trailWrites } from './trail-writes.ts'
import { wordMerges } from './word-merges.ts'
import type { Answered, Asked, Heard, Told } from './worker-call.ts'

/**
 * The only writer of the file. What arrives while a transaction is open joins it; after 50 ms it is committed,
 * and a task that is not done goes on in the next one. A task is answered when its last item is on the disk.
 */

export type Writes = ReturnType<typeof writesOn>

/** One kind of write, and the items that it is done for, in their order. */
export type WriteTask = { [O in keyof Writes]: { op: O; items: readonly Parameters<Writes[O]>[0][] } }[keyof Writes]

type Task = Asked<WriteTask> & { results: unknown[]; from: MessagePort }

const LONGEST_TRANSACTION = 50

/** Of the thread that opened the file, and of others that write too. */
const ports = new Set<MessagePort>()
const db = openWriter(workerData.file)
const log = logWrites(db)
const writes = writesOn()
const begin = db.prepare('begin immediate')
const commit = db.prepare('commit')
const queue: Task[] = []
const unanswered = new Set<Task>()
let closing = false

function writesOn() {
  const mirrors = openMirrors(db)
  return {
    ...ticketWrites(db, mirrors.of('tickets')),
    ...commentWrites(db, mirrors.of('comments')),
    ...copyWrites(db),
    ...swapWrites(db, mirrors),
    ...historyWrites(db),
    ...recordWrites(db),
    ...trailWrites(db),
    ...wordMerges(db),
    append: log.append,
    commit: log.commit,
    prune: log.prune
  }
}

function take(message: Heard<WriteTask>, from: MessagePort) {
  if (message === 'close') {
    closing = true
    return
  }
  if ('connect' in message) return serve(message.connect)
  const task = { ...message, results: [], from }
  unanswered.add(task)
  queue.push(task)
}

function takeArrived() {
  for (const from of ports)
    for (let next = receiveMessageOnPort(from); next; next = receiveMessageOnPort(from)) take(next.message, from)
}

function answer(task: Task, fault?: SqliteFault) {
  unanswered.delete(task)
  const answered: Answered<unknown[]> = fault ? { id: task.id, fault } : { id: task.id, answer: task.results }
  task.from.postMessage(answered)
  if (!fault && task.question.op === 'append') tellOthers(task.question.items, task.from)
}

/** Readers in other threads do not know of the append by themselves. */
function tellOthers(items: readonly EventColumns[], from: MessagePort) {
  if (ports.size < 2) return
  for (const appended of new Set(items.map(([topic]) => topic)))
    for (const port of ports) if (port !== from) port.postMessage({ appended } satisfies Told)
}

/** Writes the next items of a task until it is done or time is up. True when it is done. */
function write({ question: { op, items }, results }: Task, until: number): boolean {
  const run = writes[op] as (item: unknown) => unknown
  while (results.length < items.length) {
    results.push(takenOrRefused(() => run(items[results.length])))
    if (performance.now() > until) break
  }
  return results.length === items.length
}

/** Appends keep the order of their calls; whatever else is long lets the others pass. */
function putBack(task: Task) {
  if (task.question.op === 'append') queue.unshift(task)
  else queue.push(task)
}

/** Writes what is queued until time is up, and what arrives meanwhile. Answers the tasks that are done. */
function writeQueued(): Task[] {
  const until = performance.now() + LONGEST_TRANSACTION
  const done: Task[] = []
  do {
    const task = queue[0]!
    const isDone = write(task, until)
    queue.shift()
    if (isDone) done.push(task)
    else putBack(task)
    if (queue.length === 0) takeArrived()
  } while (queue.length > 0 && performance.now() < until)
  return done
}

function transact() {
  takeArrived()
  try {
    begin.run()
    const done = writeQueued()
    log.settle()
    commit.run()
    for (const task of done) answer(task)
  } catch (error) {
    if (db.isTransaction) db.exec('rollback')
    log.forget()
    queue.length = 0
    for (const task of unanswered) answer(task, faultOf(error)) // whoever cares reads again
  }
}

function serve(port: MessagePort) {
  ports.add(port)
  port.on('message', (message: Heard<WriteTask>) => {
    take(message, port)
    while (queue.length > 0) transact()
    if (closing) close()
  })
  port.on('close', () => ports.delete(port))
}

function close() {
  db.close()
  for (const port of ports) port.close()
}

serve(parentPort!)
