import { useMay } from '../data/may.ts'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import style from './appraisal.module.css'
import { formatAppraisalPlace, goInAppraisal, PARTS, type Part } from './place.ts'

const ACTIONS: Record<Part, string> = {
  appraisals: 'appraisal.read',
  register: 'register.read',
  rating: 'content.rate'
}

/** Appraisals, register, rating: whatever one has of them. */
export function Parts({ here }: { here: Part }) {
  const may = useMay()
  return (
    <nav className={style.parts} aria-label={t('appraisal.parts')}>
      {PARTS.filter(part => may(ACTIONS[part])).map(part => (
        <a
          key={part}
          href={formatAppraisalPlace({ part })}
          aria-current={part === here ? 'page' : undefined}
          onClick={plainly(() => goInAppraisal({ part }))}
        >
          {t(`appraisal.part.${part}`)}
        </a>
      ))}
    </nav>
  )
}
