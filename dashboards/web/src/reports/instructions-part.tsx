import type { ReportView } from '@huiyin/schemas/api-reports.ts'
import { useMay } from '../data/may.ts'
import { useInstructionDone, useInstructReport } from '../data/reports.ts'
import { Instructions } from '../incidents/instructions.tsx'
import { problemWords } from '../problem-words.ts'
import style from './reports.module.css'

/** What leaders said shall be done about the report; out of sight while nobody has and one may not. */
export function InstructionsPart({ view, now }: { view: ReportView; now: number }) {
  const may = useMay()
  const give = useInstructReport(view.id)
  const answer = useInstructionDone(view.id)
  if (view.instructions.length === 0 && !may('case.instruct')) return null
  const error = give.error ?? answer.error
  return (
    <div className={style.instructions}>
      <Instructions
        rows={view.instructions}
        now={now}
        busy={give.isPending || answer.isPending}
        refused={error ? problemWords(error) : undefined}
        onGive={may('case.instruct') ? body => give.mutateAsync(body) : undefined}
        onDone={may('report.make') ? (instruction, { text }) => answer.mutateAsync({ instruction, text }) : undefined}
      />
    </div>
  )
}
