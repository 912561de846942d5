import { Button } from 'antd'
import { slowly } from '../form/busy.ts'
import { t } from '../language.ts'
import type { Decision } from './decisions.ts'
import style from './reviews.module.css'

type BarProps = {
  yes: Decision | undefined
  no: Decision | undefined
  busy: string | undefined
  onTake: (decision: Decision) => unknown
}

/** Yes or no, each with its key. */
export const DecisionBar = ({ yes, no, busy, onTake }: BarProps) => (
  <div className={style.bar}>
    {no && <Choice decision={no} letter="R" busy={busy} onTake={onTake} />}
    {yes && <Choice decision={yes} letter="A" main busy={busy} onTake={onTake} />}
  </div>
)

type ChoiceProps = {
  decision: Decision
  letter: string
  main?: boolean
  busy: string | undefined
  onTake: BarProps['onTake']
}

const Choice = ({ decision, letter, main = false, busy, onTake }: ChoiceProps) => (
  <Button
    type={main ? 'primary' : 'default'}
    aria-keyshortcuts={letter}
    title={t('reviews.key', { key: letter })}
    loading={slowly('act' in decision && busy === decision.act.kind)}
    disabled={busy !== undefined}
    onClick={() => onTake(decision)}
  >
    {decision.words}
    <span className={style.key} aria-hidden="true">
      {letter}
    </span>
  </Button>
)
