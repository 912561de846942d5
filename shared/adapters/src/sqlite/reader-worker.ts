import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import { openReader } from './connection.ts'
import { faultOf } from './problems.ts'
import type { Answered, Asked } from './worker-call.ts'

/** Answers searches and counts, each in one step: no cursor outlives a message. */

export interface Query {
  sql: string
  parameters: Record<string, SQLInputValue>
}

const MOST_STATEMENTS = 200

const db: DatabaseSync = openReader(workerData.file)
const statements = new Map<string, StatementSync>()

function prepared(sql: string): StatementSync {
  const known = statements.get(sql)
  if (known) return known
  if (statements.size >= MOST_STATEMENTS) statements.clear()
  const statement = db.prepare(sql)
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

parentPort!.on('message', (message: Asked<Query> | 'close') => {
  if (message !== 'close') return parentPort!.postMessage(answer(message))
  db.close()
  parentPort!.close()
})
