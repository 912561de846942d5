import type { TicketView } from '@huiyin/schemas/api.ts'
import { Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { isWriting } from '../../keys/use-shortcuts.ts'
import { t } from '../../language.ts'
import { departmentWords } from '../why/risk-words.ts'
import { ChoiceGroup } from './choice-group.tsx'
import style from './correct.module.css'
import { type Changes, changesOf, consequence, departmentsOf, shownOf } from './corrections.ts'

const LABELS = ['inquiry', 'suggestion', 'complaint', 'other'] as const
const SENTIMENTS = ['negative', 'neutral', 'positive'] as const
const LEVELS = ['blue', 'yellow', 'orange', 'red'] as const
const YES_NO = ['yes', 'no'] as const

type CorrectFormProps = {
  view: TicketView
  /** What the person had chosen when it was not saved. */
  before: Changes
  rolledBack: boolean
  /** Which of it has the keys when it opens. */
  at: 'label' | 'department'
  /** Departments that the models named beside the classes. */
  offices: readonly string[]
  onGive: (changes: Changes) => void
  onCancel: () => void
}

/** Everything that a person may set right, at once; only what they change is sent. */
export function CorrectForm({ view, before, rolledBack, at, offices, onGive, onCancel }: CorrectFormProps) {
  const [chosen, setChosen] = useState(before)
  const choose = (more: Changes) => setChosen({ ...chosen, ...more })
  const shown = shownOf(view, chosen)
  const changes = changesOf(view, chosen)
  const idle = Object.keys(changes).length === 0
  const then = consequence(view, changes)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!idle) onGive(changes)
  }
  return (
    <form className={style.form} aria-label={t('correct.title')} data-shortcuts onSubmit={submit}>
      <ChoiceGroup
        first={at === 'label' && !isWriting()}
        name={t('why.label')}
        values={LABELS}
        value={shown.label}
        wordsOf={label => t(`label.${label}`)}
        onChoose={label => choose({ label })}
      />
      <ChoiceGroup
        name={t('why.sentiment')}
        values={SENTIMENTS}
        value={shown.sentiment}
        wordsOf={sentiment => t(`sentiment.${sentiment}`)}
        onChoose={sentiment => choose({ sentiment })}
      />
      <ChoiceGroup
        name={t('correct.level')}
        values={LEVELS}
        value={shown.level}
        wordsOf={level => t(`level.${level}`)}
        onChoose={level => choose({ level })}
      />
      <ChoiceGroup
        name={t('correct.urgent')}
        values={YES_NO}
        value={shown.urgent ? 'yes' : 'no'}
        wordsOf={answer => t(`correct.${answer}`)}
        onChoose={answer => choose({ urgent: answer === 'yes' })}
      />
      <Department
        names={departmentsOf(view, offices)}
        value={shown.department}
        first={at === 'department' && !isWriting()}
        onChoose={department => choose({ department })}
      />
      <div className={style.foot}>
        <span
          className={rolledBack ? style.alert : style.hint}
          role={rolledBack ? 'alert' : undefined}
          data-keys={!rolledBack && then === undefined}
        >
          {rolledBack ? t('correct.rolled-back') : t(then ? `correct.then.${then}` : 'correct.keys')}
        </span>
        <Button size="small" onClick={onCancel}>
          {t('act.cancel')}
        </Button>
        <Button size="small" type="primary" htmlType="submit" disabled={idle}>
          {t('correct.save')}
        </Button>
      </div>
    </form>
  )
}

type DepartmentProps = {
  names: readonly string[]
  value: string | undefined
  /** It has the keys when the form opens. */
  first: boolean
  onChoose: (name: string) => void
}

function Department({ names, value, first, onChoose }: DepartmentProps) {
  const id = useId()
  return (
    <div className={style.group}>
      <label htmlFor={id}>{t('why.department')}</label>
      <select
        id={id}
        className={style.select}
        value={value ?? ''}
        // biome-ignore lint/a11y/noAutofocus: the form opens because a person asked for it
        autoFocus={first}
        onChange={event => onChoose(event.target.value)}
      >
        {value === undefined && (
          <option value="" disabled>
            {t('correct.no-department')}
          </option>
        )}
        {names.map(name => (
          <option key={name} value={name}>
            {departmentWords(name)}
          </option>
        ))}
      </select>
    </div>
  )
}
