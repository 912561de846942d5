import type { Role } from '@huiyin/schemas/role.ts'
import type { UserRow } from '@huiyin/schemas/user.ts'
import { useState } from 'react'
import { useChangePerson, usePropose } from '../data/people.ts'
import { Fields, SheetForm } from '../form/sheet-form.tsx'
import type { Field } from '../form/spec.ts'
import { t } from '../language.ts'
import { DepartmentBox } from './department-box.tsx'
import { openPerson } from './place.ts'
import { RolePicker } from './role-picker.tsx'
import { hasDepartment, rolesFrom } from './roles.ts'

type FormProps = { row?: UserRow; onClose: () => void }

const nameField = (): Field => ({ as: 'line', name: 'name', label: t('user.name'), max: 100 })
const idField = (): Field => ({
  as: 'line',
  name: 'id',
  label: t('user.id'),
  max: 50,
  hint: t('user.id-hint')
})

/** Proposes somebody, or changes who they are and what they may do. The accounts that they care for stay. */
export function PersonForm({ row, onClose }: FormProps) {
  const [values, setValues] = useState({ id: '', name: row?.name ?? '', department: row?.department ?? '' })
  const [roles, setRoles] = useState<readonly Role[]>(row ? rolesFrom(row) : [])
  const save = useSaving(row, onClose)
  const [name, id, department] = [values.name.trim(), values.id.trim(), values.department.trim()]
  const needed = hasDepartment(roles)
  const given = {
    name,
    roles: [...roles],
    ...(needed && department !== '' && { department }),
    ...(row?.accounts && { accounts: row.accounts })
  }
  const ready =
    name !== '' && roles.length > 0 && (row !== undefined || id !== '') && (needed !== 'must' || department !== '')
  return (
    <SheetForm
      title={row ? `${t('user.change')} · ${row.name}` : t('people.propose')}
      {...(!row && { hint: t('people.propose-hint') })}
      submit={t(row ? 'user.save' : 'user.propose')}
      busy={save.isPending}
      ready={ready}
      error={save.error}
      onSubmit={() => save.give(id, given)}
      onClose={onClose}
    >
      <Fields
        fields={row ? [nameField()] : [nameField(), idField()]}
        values={values}
        onChange={(field, value) => setValues({ ...values, [field]: value })}
      />
      <RolePicker chosen={roles} onChange={setRoles} />
      {needed && (
        <DepartmentBox
          value={values.department}
          {...(needed === 'may' && { hint: t('user.department-hint') })}
          onChange={value => setValues({ ...values, department: value })}
        />
      )}
    </SheetForm>
  )
}

type Given = { name: string; roles: Role[]; department?: string; accounts?: string[] }

function useSaving(row: UserRow | undefined, onClose: () => void) {
  const propose = usePropose()
  const change = useChangePerson(row)
  const { isPending, error } = row ? change : propose
  return {
    isPending,
    error,
    give: (id: string, given: Given) =>
      row
        ? change.mutate(given, { onSuccess: onClose })
        : propose.mutate({ id, ...given }, { onSuccess: proposed => openPerson(proposed.id) })
  }
}
