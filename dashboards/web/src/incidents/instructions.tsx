import type { Actor } from '@huiyin/schemas/actor.ts'
import type { InstructionBody, InstructionTarget, InstructionView } from '@huiyin/schemas/instruction.ts'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useDirectory } from '../data/offices.ts'
import { visit } from '../data/query-string.ts'
import { ActForm } from '../form/act-form.tsx'
import { plainly } from '../frame/plainly.ts'
import { known, language, learnWords, t } from '../language.ts'
import { TimeLeft } from '../marks/time-left.tsx'
import { ToneMark } from '../marks/tone.tsx'
import { clockTime, exactTime } from '../time.ts'
import { INSTRUCTIONS_WORDS } from '../words-instructions.ts'
import { answerForm, instructionForm } from './instruction-forms.ts'
import style from './sheet.module.css'

learnWords(INSTRUCTIONS_WORDS)

type InstructionsProps = {
  rows: readonly InstructionView[]
  now: number
  busy?: boolean
  /** Why the last one was refused, in words. */
  refused?: string | undefined
  /** Absent: who looks may not. Resolves once it is done. */
  onGive?: ((body: InstructionBody) => Promise<unknown>) | undefined
  onDone?: ((id: string, body: { text: string }) => Promise<unknown>) | undefined
}

/** What leaders have said shall be done, each with what came of it; and the forms for both. */
export function Instructions({ rows, now, busy = false, refused, onGive, onDone }: InstructionsProps) {
  const [asking, setAsking] = useState<string>()
  const people = useDirectory().data?.people ?? []
  const close = () => setAsking(undefined)
  return (
    <section className={style.block} aria-label={t('instructions')}>
      <div className={style.blockHead}>
        <h3>{t('instructions')}</h3>
        {onGive && asking !== 'new' && (
          <Button size="small" onClick={() => setAsking('new')}>
            {t('instruction.give')}
          </Button>
        )}
      </div>
      {refused !== undefined && <Alert type="error" showIcon title={refused} />}
      {onGive && asking === 'new' && (
        <ActForm
          spec={instructionForm(people, now)}
          busy={busy}
          onGive={body => onGive(body).then(close, stays)}
          onCancel={close}
        />
      )}
      {rows.length === 0 && asking !== 'new' && <p className={style.quiet}>{t('instruction.none')}</p>}
      <ol className={style.stack}>
        {rows.map(row => (
          <li key={row.id} className={style.instruction} data-done={row.done !== undefined}>
            <Given row={row} people={people} now={now} />
            {row.done ? (
              <Answer done={row.done} now={now} />
            ) : (
              onDone &&
              (asking === row.id ? (
                <ActForm
                  spec={answerForm(row.id)}
                  busy={busy}
                  onGive={body => onDone(row.id, body).then(close, stays)}
                  onCancel={close}
                />
              ) : (
                <Button size="small" onClick={() => setAsking(row.id)}>
                  {t('instruction.answer')}
                </Button>
              ))
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What was written stays in its form; the refusal is shown above it. */
const stays = () => {}

function Given({ row, people, now }: { row: InstructionView; people: readonly Actor[]; now: number }) {
  const { by, at, text, dueAt, to, letter, done } = row
  const late = dueAt !== undefined && now >= dueAt && !done
  return (
    <>
      <p className={style.byline}>
        <ToneMark tone={done ? 'good' : late ? 'late' : 'soon'}>
          {t(done ? 'instruction.done' : late ? 'instruction.late' : 'instruction.open')}
        </ToneMark>
        <strong>{by.name}</strong>
        <time title={exactTime(at)}>{clockTime(at, now)}</time>
        {to && (
          <span>
            {t('instruction.for', {
              whom: to.map(one => targetWords(one, people)).join(language() === 'zh' ? '、' : ', ')
            })}
          </span>
        )}
        {letter === undefined ? (
          <span className={style.quiet}>{t('instruction.untold')}</span>
        ) : (
          <a href={letterHref(letter)} onClick={plainly(() => visit(letterHref(letter)))}>
            {t('instruction.told')}
          </a>
        )}
        {dueAt !== undefined && !done && <TimeLeft startedAt={at} dueAt={dueAt} urgent={false} now={now} />}
      </p>
      <p className={style.words}>{text}</p>
    </>
  )
}

const Answer = ({ done: { by, at, text }, now }: { done: NonNullable<InstructionView['done']>; now: number }) => (
  <blockquote className={style.answer}>
    <p className={style.words}>{text}</p>
    <p className={style.quiet}>{t('instruction.answered', { who: by.name, at: clockTime(at, now) })}</p>
  </blockquote>
)

const letterHref = (letter: string) => `?${new URLSearchParams({ view: 'letters', box: 'all', open: letter })}`

function targetWords(target: InstructionTarget, people: readonly Actor[]): string {
  if (target.kind === 'person') return people.find(({ id }) => id === target.person)?.name ?? target.person
  if (target.kind === 'role') return known(`role.${target.role}`) ?? target.role
  if (target.kind === 'department-head') return target.department ?? t('instruction.department-head')
  return target.kind === 'roster' ? target.roster : target.channel
}
