import type { Appraisal, AppraisalSheet } from '@huiyin/schemas/appraisal.ts'
import type { RegisterEntry } from '@huiyin/schemas/register.ts'
import { periodWords } from '../appraisal/period.ts'
import { BAND_WORDS } from '../appraisal/words.ts'

/** What is told by letter to those whom an appraisal or an entry of the register is about; it quotes nobody's words. */
export type Told = { title: string; lines: string[] }

const EAST_8 = 8 * 3_600_000

const minute = (at: number) => new Date(at + EAST_8).toISOString().slice(0, 16).replace('T', ' ')

type Result = Pick<AppraisalSheet, 'subject' | 'result' | 'band' | 'rank'>

/** Of an appraisal that was confirmed, to one subject. */
export function confirmedLetter(
  { period, revision, objectUntil }: Pick<Appraisal, 'period' | 'revision' | 'objectUntil'>,
  { subject, result, band, rank }: Result
): Told {
  const score = result === undefined ? '未计算得分' : `得分：${result}`
  return {
    title: `${periodWords(period).zh}考核结果已审定：${subject.name}`.slice(0, 200),
    lines: [
      `第${revision}版，${score}${band ? `，等次：${BAND_WORDS[band].zh}` : ''}${rank ? `，名次：${rank.place}/${rank.of}` : ''}`,
      ...(objectUntil === undefined ? [] : [`对结果有异议的，请于${minute(objectUntil)}前提出。`])
    ]
  }
}

const OUTCOMES = { upheld: '维持', changed: '变更', withdrawn: '撤销' } as const

/** Of an appeal, or an objection, that was answered last; undefined while none is. */
export function answeredLetter({ kind, title, appeals, ruling }: RegisterEntry): Told | undefined {
  const answer = appeals.at(-1)?.answer
  if (!answer) return
  const what = kind === 'objection' ? '考核异议' : '申诉'
  const now = answer.outcome === 'changed' && kind !== 'objection' && ruling?.consequence
  return {
    title: `${what}已答复：${title}`.slice(0, 200),
    lines: [
      `答复结果：${OUTCOMES[answer.outcome]}，答复时间：${minute(answer.at)}${answer.late ? '（超过答复期限）' : ''}`,
      ...(now ? [`变更后的处理：${now.zh}`] : [])
    ]
  }
}
