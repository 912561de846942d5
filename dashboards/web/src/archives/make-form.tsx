import type { ArchiveKind } from '@huiyin/schemas/archive-kind.ts'
import { useState } from 'react'
import { useArchives, useMakeArchive } from '../data/archives.ts'
import { Fields, SheetForm } from '../form/sheet-form.tsx'
import type { Field } from '../form/spec.ts'
import { t } from '../language.ts'
import { ARCHIVE_KINDS, type ArchivePlace, goAmongArchives } from './place.ts'

type FormProps = { place: ArchivePlace; now: number; onClose: () => void }

const OFFERED = 10 // years

/** Which year, and what of it; what is sealed already is marked. */
export function MakeForm({ place, now, onClose }: FormProps) {
  const newest = new Date(now + 8 * 3_600_000).getUTCFullYear() - 1
  const [kind, setKind] = useState<ArchiveKind>(place.kind && place.kind !== 'inspection' ? place.kind : 'replies')
  const [year, setYear] = useState(String(place.year ?? newest))
  const all = useArchives().data ?? []
  const make = useMakeArchive()
  const sealed = new Set(all.filter(row => row.kind === kind && row.seal).map(row => String(row.year)))
  const fields: Field[] = [
    {
      ...{ as: 'choice', name: 'kind', label: t('archive.kind') },
      of: ARCHIVE_KINDS.map(value => ({ value, label: t(`archive.kind.${value}`) }))
    },
    {
      ...{ as: 'choice', name: 'year', label: t('archive.year') },
      of: Array.from({ length: OFFERED }, (_, back) => String(newest - back)).map(value => {
        const label = t('archive.of-year', { year: value })
        return { value, label: sealed.has(value) ? t('archive.has', { label }) : label }
      })
    }
  ]
  const change = (name: string, value: string) => {
    make.reset()
    return name === 'kind' ? setKind(value as ArchiveKind) : setYear(value)
  }
  return (
    <SheetForm
      title={t('archive.make-title')}
      hint={t('archive.make-hint')}
      submit={t('archive.make')}
      busy={make.isPending}
      ready={!sealed.has(year)}
      error={make.error}
      onSubmit={() =>
        make.mutate({ kind, year: Number(year) }, { onSuccess: ({ id }) => goAmongArchives({ ...place, open: id }) })
      }
      onClose={onClose}
    >
      <Fields fields={fields} values={{ kind, year }} onChange={change} />
    </SheetForm>
  )
}
