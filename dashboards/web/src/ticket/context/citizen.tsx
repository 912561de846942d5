import { useMay } from '../../data/may.ts'
import { t } from '../../language.ts'
import { useDesk } from '../desk.ts'
import style from './context.module.css'
import { Others } from './others.tsx'
import { useOfCitizen } from './use-context.ts'

/** What else this citizen came with: by the name, which two may share. */
export function Citizen() {
  const { view } = useDesk()
  const may = useMay()('personal.read')
  const { citizen } = view
  const list = useOfCitizen(view, may && citizen !== undefined)
  if (citizen === undefined) return <p className={style.faint}>{t('context.unnamed')}</p>
  if (!may) return <p className={style.faint}>{t('context.not-yours')}</p>
  const platform = t(`platform.${view.platform}`)
  return (
    <>
      <p className={style.faint}>{t('context.by-name', { who: citizen, platform })}</p>
      <Others list={list} nothing={t('context.citizen-none')} />
    </>
  )
}
