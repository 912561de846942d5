import { randomUUID } from 'node:crypto'
import type { House } from '@huiyin/adapters/house.ts'
import {
  APPRAISAL_JOB,
  type AppraisalJob,
  askForAppraisals,
  jobIdOf,
  openAppraisalJobs
} from '@huiyin/ports/appraisal/jobs.ts'
import { teller } from '@huiyin/ports/tell.ts'
import type { SubjectKind } from '@huiyin/schemas/appraisal-rules.ts'
import { type AppraisalPrints, appraisalPrints } from './print.ts'
import type { AppraisalQuestion } from './questions.ts'

/** What is asked for at the terminal; `key` is made once, so that asked again it is the same making. */
export type AskedAppraisal = {
  year: number
  quarter?: number
  kinds: readonly SubjectKind[]
  why?: string
  key: string
  by: string
}

/** Appraisals, as who sits at the terminal of the machine has them made and saves them. */
export interface AppraisalDesk extends AppraisalPrints {
  /** Answers the id of the making. Throws as `askForAppraisals`. */
  ask: (of: AskedAppraisal) => Promise<string>
  /** Does a round of it; a service that runs does too. Answers how it stands. */
  round: (of: { job: string }) => Promise<AppraisalJob>
}

type Ports = Pick<House, 'clock' | 'logs' | 'accounts' | 'map' | 'printer'> & {
  store: Pick<House['store'], 'records' | 'tickets'>
}

export function appraisalDesk({ store, clock, logs, accounts, map, printer }: Ports): AppraisalDesk {
  const { records, tickets } = store
  const jobs = openAppraisalJobs({
    ports: {
      ...{ records, tickets, clock, tell: teller(logs.events, clock) },
      accounts: () => accounts.rows().map(({ account }) => account),
      departments: () => map.departments().list.map(({ name }) => name)
    },
    isBusy: async () => (await logs.classified.lag('desk')) > 0,
    worker: randomUUID(),
    monotonic: () => performance.now()
  })
  return {
    ...appraisalPrints({ store, clock, logs, printer }),
    async ask({ by, key, ...asked }) {
      await Promise.all([accounts.refresh(), map.refresh()])
      const making = { ...asked, by: { id: by, name: by, role: 'system' } }
      await askForAppraisals(records, { making, key, now: clock.now() })
      await records.refresh()
      return jobIdOf(making)
    },
    async round({ job }) {
      await jobs.tick(clock.now())
      return (await records.get<AppraisalJob>(APPRAISAL_JOB, job))!.document.value
    }
  }
}

/** The same in the process that owns the folder, over a conversation with it. */
export function appraisalsOver(ask: (what: AppraisalQuestion, of: unknown) => Promise<unknown>): AppraisalDesk {
  const over =
    (what: AppraisalQuestion) =>
    (of: unknown): Promise<never> =>
      ask(what, of) as Promise<never>
  return {
    ...{ ask: over('ask'), round: over('round') },
    ...{ subjects: over('subjects'), print: over('print'), piece: over('piece') }
  }
}

/** Answers what was asked so. */
export const answerAppraisals = (desk: AppraisalDesk, what: AppraisalQuestion, of: unknown): Promise<unknown> =>
  (desk[what] as (of: unknown) => Promise<unknown>)(of)
