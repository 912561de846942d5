import { Button, Input } from 'antd'
import { type ReactNode, useId } from 'react'
import { t } from '../language.ts'
import { instantOf, wallTime } from '../time.ts'
import { Choice, Several } from './choice.tsx'
import { DepartmentField } from './department-field.tsx'
import style from './form.module.css'
import { PersonField } from './person-field.tsx'
import type { Field } from './spec.ts'
import { TicketField } from './ticket-field.tsx'

export type Control = { id: string; label: string; value: string; onChange: (value: string) => void }

type FieldBoxProps = {
  field: Field
  value: string
  /** The form's title says what it is. */
  silent?: boolean
  /** What is wrong with what was entered. */
  error?: string | undefined
  onChange: (value: string) => void
}

/** What may be long has the whole width. */
const WIDE: ReadonlySet<Field['as']> = new Set(['line', 'lines', 'ticket'])

/** One field with its label, its hint, and the control that its kind asks for. */
export function FieldBox({ field, value, silent, error, onChange }: FieldBoxProps) {
  const id = useId()
  const control = { id, label: field.label, value, onChange }
  return (
    <div className={WIDE.has(field.as) ? style.wide : style.field}>
      {!silent && (
        <label htmlFor={id} className={style.label}>
          {field.label}
        </label>
      )}
      <div className={style.control}>
        {draw(field, control)}
        {error !== undefined && (
          <span className={style.error} role="alert">
            {error}
          </span>
        )}
        {field.hint && <span className={style.hint}>{field.hint}</span>}
      </div>
    </div>
  )
}

function draw(field: Field, control: Control): ReactNode {
  if (field.as === 'department') return <DepartmentField {...control} several={field.several} but={field.but} />
  if (field.as === 'person') return <PersonField {...control} />
  if (field.as === 'ticket') return <TicketField {...control} />
  if (field.as === 'choice') return <Choice {...control} of={field.of} />
  if (field.as === 'several') return <Several {...control} of={field.of} />
  if (field.as === 'when') return <When {...control} from={field.from} to={field.to} />
  if (field.as === 'secret') return <Secret {...control} max={field.max} set={field.set} />
  return <Words {...control} field={field} />
}

type WordsProps = Control & { field: Extract<Field, { as: 'line' | 'lines' }> }

function Words({ id, label, value, onChange, field: { as, max, offers = [], rows = 2 } }: WordsProps) {
  const given = {
    id,
    value,
    maxLength: max,
    'aria-label': label,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value)
  }
  return (
    <>
      {offers.length > 0 && (
        <div className={style.offers}>
          {offers.map(offer => (
            <Button
              key={offer}
              size="small"
              type={value === offer ? 'primary' : 'default'}
              onClick={() => onChange(offer)}
            >
              {offer}
            </Button>
          ))}
        </div>
      )}
      {as === 'line' ? <Input {...given} /> : <Input.TextArea {...given} rows={rows} />}
    </>
  )
}

type SecretProps = Control & { max: number; set: boolean }

/** Browsers that offer what they know would put another's password here. */
const Secret = ({ id, label, value, onChange, max, set }: SecretProps) => (
  <Input.Password
    id={id}
    value={value}
    maxLength={max}
    aria-label={label}
    autoComplete="new-password"
    {...(set && { placeholder: t('form.secret-set') })}
    onChange={event => onChange(event.target.value)}
  />
)

type WhenProps = Control & { from?: number | undefined; to?: number | undefined }

/** The value is an instant in ms, shown as wall time in Beijing. */
export const When = ({ id, label, value, onChange, from, to }: WhenProps) => (
  <input
    id={id}
    type="datetime-local"
    className={style.when}
    aria-label={label}
    value={value === '' ? '' : wallTime(Number(value))}
    {...(from !== undefined && { min: wallTime(from) })}
    {...(to !== undefined && { max: wallTime(to) })}
    onChange={event => onChange(String(instantOf(event.target.value) ?? ''))}
  />
)
