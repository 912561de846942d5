import { Select } from 'antd'
import type { ReactNode } from 'react'

type ChoiceProps<T extends string> = {
  name: string
  value: T | undefined
  of: readonly T[]
  draw: (value: T) => ReactNode
  onChange: (value: T | undefined) => void
}

/** One of a few values, or none. */
export const Choice = <T extends string>({ name, value, of, draw, onChange }: ChoiceProps<T>) => (
  <Select<T>
    size="small"
    variant="filled"
    allowClear
    value={value ?? null}
    placeholder={name}
    aria-label={name}
    onChange={value => onChange(value ?? undefined)}
    options={of.map(value => ({ value, label: draw(value) }))}
  />
)

type OrderProps<T extends string> = {
  name: string
  value: T
  of: readonly T[]
  draw: (value: T) => string
  onChange: (value: T) => void
}

/** In what order a list comes: always one of them. */
export const Order = <T extends string>({ name, value, of, draw, onChange }: OrderProps<T>) => (
  <Select<T>
    size="small"
    variant="filled"
    value={value}
    aria-label={name}
    onChange={onChange}
    options={of.map(value => ({ value, label: draw(value) }))}
  />
)
