import { Input } from 'antd'
import { useId } from 'react'
import { useDirectory } from '../data/offices.ts'
import { t } from '../language.ts'
import { departmentsOf } from '../ticket/correct/corrections.ts'
import { useDesk } from '../ticket/desk.ts'
import type { Control } from './field-box.tsx'
import { namesIn } from './spec.ts'

type DepartmentFieldProps = Control & { several?: true | undefined; but?: string | undefined }

/** A department by name: those that are known are offered, others may be written. */
export function DepartmentField({ id, label, value, onChange, several, but }: DepartmentFieldProps) {
  const list = useId()
  const { view } = useDesk()
  const { data } = useDirectory()
  const known = departmentsOf(view, data?.departments ?? []).filter(name => name !== but)
  const before = several ? value.slice(0, value.length - lastName(value).length) : ''
  const chosen = namesIn(value)
  return (
    <>
      <Input
        id={id}
        list={list}
        value={value}
        maxLength={several ? 500 : 100}
        autoComplete="off"
        aria-label={label}
        {...(several && { placeholder: t('case.assisting-hint') })}
        onChange={event => onChange(event.target.value)}
      />
      <datalist id={list}>
        {known
          .filter(name => !several || !chosen.includes(name))
          .map(name => (
            <option key={name} value={before + name} />
          ))}
      </datalist>
    </>
  )
}

/** What stands after the last comma. */
const lastName = (text: string) => /[^,，、;；]*$/.exec(text)?.[0] ?? ''
