import type { Actor } from '@huiyin/schemas/actor.ts'
import type { InstructionBody, InstructionTarget } from '@huiyin/schemas/instruction.ts'
import type { Role } from '@huiyin/schemas/role.ts'
import type { FormSpec } from '../form/spec.ts'
import { known, t } from '../language.ts'

/** What an instruction and its answer need to be told. */

const TOLD = ['head', 'collector', 'editor', 'reviewer'] as const satisfies readonly Role[]

/** A person's or a role's, as one value of a form. */
const targetOf = (value: string): InstructionTarget => {
  const name = value.slice(value.indexOf(':') + 1)
  return value.startsWith('role:') ? { kind: 'role', role: name } : { kind: 'person', person: name }
}

export const instructionForm = (people: readonly Actor[], now: number): FormSpec<InstructionBody> => ({
  id: 'instruct',
  title: t('instruction.give'),
  hint: t('instruction.hint'),
  submit: t('instruction.send'),
  fields: [
    { name: 'text', label: t('instruction.text'), as: 'lines', max: 2000, rows: 3 },
    {
      ...{ name: 'to', label: t('instruction.to'), hint: t('instruction.to-hint') },
      ...{ as: 'several', optional: true, of: [...roles(), ...people.map(personOf)] }
    },
    {
      ...{ name: 'due', label: t('instruction.due'), hint: t('instruction.due-hint') },
      ...{ as: 'when', optional: true, from: now }
    }
  ],
  act: ({ text = '', to = '', due = '' }) => ({
    text,
    ...(due !== '' && { dueAt: Number(due) }),
    ...(to !== '' && { to: to.split(',').map(targetOf) })
  })
})

const roles = () => TOLD.map(role => ({ value: `role:${role}`, label: known(`role.${role}`) ?? role }))

const personOf = ({ id, name }: Actor) => ({ value: `person:${id}`, label: name })

export const answerForm = (id: string): FormSpec<{ text: string }> => ({
  id: `answer-${id}`,
  title: t('instruction.answer'),
  fields: [{ name: 'text', label: t('instruction.answer-text'), as: 'lines', max: 2000, rows: 3 }],
  act: ({ text = '' }) => ({ text })
})
