import { useState } from 'react'
import { useAccounts } from '../data/accounts.ts'
import { useMakeArchive } from '../data/archives.ts'
import { useMay } from '../data/may.ts'
import { Fields, SheetForm } from '../form/sheet-form.tsx'
import type { Field } from '../form/spec.ts'
import { t } from '../language.ts'
import { type ArchivePlace, goAmongArchives } from './place.ts'

type FormProps = { place: ArchivePlace; now: number; onClose: () => void }

const EAST_8 = 8 * 3_600_000

/** The beginning of the quarter before the one in which an instant falls, and its end; in Beijing. */
function quarterBefore(now: number): { from: number; to: number } {
  const today = new Date(now + EAST_8)
  const month = Math.floor(today.getUTCMonth() / 3) * 3
  const at = (month: number) => Date.UTC(today.getUTCFullYear(), month, 1) - EAST_8
  return { from: at(month - 3), to: at(month) }
}

/** Of which stretch of time and which accounts. */
export function InspectForm({ place, now, onClose }: FormProps) {
  const last = quarterBefore(now)
  const [values, setValues] = useState<Record<string, string>>({
    from: String(last.from),
    to: String(last.to),
    accounts: ''
  })
  const accounts = useAccounts(useMay()('account.read')).data ?? []
  const make = useMakeArchive()
  const fields: Field[] = [
    { as: 'when', name: 'from', label: t('archive.from'), to: now },
    { as: 'when', name: 'to', label: t('archive.to') },
    {
      ...{ as: 'several', name: 'accounts', label: t('archive.accounts'), hint: t('archive.accounts-hint') },
      of: accounts.map(({ account: { platform, id, name } }) => ({
        value: [platform, id].map(encodeURIComponent).join('/'),
        label: `${name} · ${t(`platform.${platform}`)}`
      }))
    }
  ]
  const [from, to] = [Number(values.from), Number(values.to)]
  const chosen = values.accounts ? values.accounts.split(',') : []
  return (
    <SheetForm
      title={t('archive.inspect')}
      hint={t('archive.inspect-hint')}
      submit={t('archive.inspect')}
      busy={make.isPending}
      ready={from > 0 && to > from && from < now}
      error={make.error}
      onSubmit={() =>
        make.mutate(
          { from, to, ...(chosen.length > 0 && { accounts: chosen }) },
          { onSuccess: ({ id }) => goAmongArchives({ ...place, open: id }) }
        )
      }
      onClose={onClose}
    >
      <Fields fields={fields} values={values} onChange={(name, value) => setValues({ ...values, [name]: value })} />
    </SheetForm>
  )
}
