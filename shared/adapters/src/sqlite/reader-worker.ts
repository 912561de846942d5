import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { listTerms, openReader } from './connection.ts'
import { faultOf } from './problems.ts'
import type { Answered, Asked, Heard } from './worker-call.ts'

/** Answers searches and counts, each in one step: no cursor outlives a message. */

export interface Query {
  sql: string
  parameters: Record<string, SQLInputValue>
}

const MOST_STATEMENTS = 200

const db: DatabaseSync = openReader(workerData.file)
listTerms(db)
const statements = new Map<string, StatementSync>()
/** Of the thread that opened the file, and of others that ask too. */
const ports = new Set<MessagePort>()

function prepared(sql: string): StatementSync {
  const known = statements.get(sql)
  if (known) return known
  if (statements.size >= MOST_STATEMENTS) statements.clear()
  const statement = db.prepare(sql)
  statement.setAllowUnknownNamedParameters(true) // a part of a search that decides nothing is left out of its SQL
  statements.set(sql, statement)
  return statement
}

function answer({ id, question }: Asked<Query>): Answered<unknown[]> {
  try {
    return { id, answer: prepared(question.sql).all(question.parameters) }
  } catch (error) {
    return { id, fault: faultOf(error) }
  }
}

function serve(port: MessagePort) {
  port.on('message', (message: Heard<Query>) => {
    if (message === 'close') return close()
    if ('connect' in message) return serve(message.connect)
    port.postMessage(answer(message))
  })
  ports.add(port)
  port.on('close', () => ports.delete(port))
}

function close() {
  db.close()
  for (const port of ports) port.close()
}

serve(parentPort!)
