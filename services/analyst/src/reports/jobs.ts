import { HuiyinError } from '@huiyin/domain/errors.ts'
import { houseSetting } from '@huiyin/ports/house-settings.ts'
import { failureOf, type JobEntry, openJobs } from '@huiyin/ports/jobs.ts'
import { isAway } from '@huiyin/ports/patience.ts'
import { sendReport } from '@huiyin/ports/report-letters.ts'
import { REPORT_JOB, type ReportJob, reportOf, revisionOf } from '@huiyin/ports/reports.ts'
import { system } from '@huiyin/schemas/actor.ts'
import { makeReport } from './make.ts'
import type { ReportPorts } from './ports.ts'

const AT_ONCE = 10
/** The row shows that somebody is at it; who finds it unchanged for 10 s takes it over. */
const BEAT = 2_000

export interface ReportJobs {
  /** Makes what was asked for. */
  tick: (now: number) => Promise<void>
}

/** This process's part in making reports. `worker`: a random id. `monotonic` in ms. */
export function openReportJobs(
  ports: ReportPorts,
  { worker, monotonic, isBusy }: { worker: string; monotonic: () => number; isBusy: () => Promise<boolean> }
): ReportJobs {
  const { records, clock } = ports

  const jobs = openJobs<ReportJob>({
    ...{ records, kind: REPORT_JOB, isBusy, worker, monotonic, pagesAtOnce: 1 },
    dueAt: ({ endedAt, madeAt }) => (endedAt === undefined ? madeAt : undefined),
    async page(job, id) {
      const beat = beats(id)
      try {
        await makeReport(ports, job, beat.moves)
        if (job.planned) await sendAsPlanned(job.report)
        return row => (row.planned && !job.planned ? row : { ...row, endedAt: clock.now() }) // planned meanwhile: it is sent next
      } catch (error) {
        if (isAway(error)) throw error
        const failed = failureOf(error)
        ports.logger.error({ report: job.report, code: failed.code, error }, 'a report was not made')
        return row => ({ ...row, endedAt: clock.now(), failed })
      } finally {
        beat.end()
      }
    }
  })

  /** Shows on the row how far it came, and that somebody is at it while a long step lasts. */
  function beats(id: string) {
    let progress: ReportJob['progress']
    let writing = Promise.resolve()
    const write = () => {
      writing = writing.then(() => show(id, progress)).catch(() => {}) // the store is away: the next step says so
    }
    const timer = setInterval(write, BEAT)
    return {
      moves: (done: number, of: number) => {
        progress = { done, of }
      },
      end: () => clearInterval(timer)
    }
  }

  async function show(id: string, progress: ReportJob['progress']): Promise<void> {
    const found = await records.get<ReportJob>(REPORT_JOB, id)
    const row = found?.document.value
    if (!found || row?.worker !== worker || row.endedAt !== undefined) return
    const beat = { ...row, cursor: String(Math.round(monotonic())), ...(progress && { progress }) }
    await records.putIfUnchanged(REPORT_JOB, { id, value: beat, dueAt: row.madeAt }, found.version) // a conflict: it moved
  }

  /** As it stands by now: somebody may have had it corrected. */
  async function sendAsPlanned(report: string): Promise<void> {
    const revision = await revisionOf(records, report, (await reportOf(records, report)).revision)
    const { rounds } = await houseSetting(records, 'report-plan')
    const round = rounds.find(({ kind }) => kind === revision.document.period.kind)
    if (!round || round.to.length === 0) return
    const { to, receipt, files } = round
    const sending = { to, receipt, files, by: system('analyst'), key: 'plan' }
    await sendReport(ports, revision, sending).catch(error => {
      if (!(error instanceof HuiyinError) || error.code !== 'REPORT_INVALID') throw error
      ports.logger.warn({ report: revision.report, code: error.code }, 'a report reached nobody')
    })
  }

  return {
    async tick(now) {
      for (const { id } of await records.due<ReportJob>(REPORT_JOB, now, AT_ONCE)) {
        const row = await records.get<ReportJob>(REPORT_JOB, id)
        if (row && row.document.value.endedAt === undefined) await jobs.work(row as JobEntry<ReportJob>, now)
      }
    }
  }
}
