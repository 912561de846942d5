import type { Department } from '@huiyin/schemas/departments.ts'
import { Button } from 'antd'
import { useState } from 'react'
import type { Kept } from '../house/kind.ts'
import { DEPARTMENTS } from '../house/kinds/map.ts'
import { SettingForm } from '../house/setting-form.tsx'
import { Told } from '../house/shape/told.tsx'
import { t } from '../language.ts'
import { useOffices } from './standing.ts'
import { StepFrame, StepHead } from './step-frame.tsx'
import style from './welcome.module.css'

/** The departments that most counties have, by the classes that the classifier names. */
const USUAL: readonly Department[] = [
  { name: '住房和城乡建设局', classes: ['城乡建设'] },
  { name: '人力资源和社会保障局', classes: ['劳动和社会保障'] },
  { name: '教育局', classes: ['教育文体'] },
  { name: '文化和旅游局', classes: ['商贸旅游'] },
  { name: '生态环境局', classes: ['环境保护'] },
  { name: '卫生健康局', classes: ['卫生计生'] },
  { name: '交通运输局', classes: ['交通运输'] },
  { name: '公安局', classes: ['公安政法'] },
  { name: '水务局', words: ['停水', '水压', '自来水', '水管'] },
  { name: '市场监督管理局', words: ['假货', '食品安全', '乱收费', '退款'] }
]

/** Which departments answer for what. */
export function DepartmentsStep({ now }: { now: number }) {
  const { data } = useOffices()
  const [begin, setBegin] = useState<readonly Department[]>()
  const list = data?.departments ?? []
  const before: Kept = {
    ...{ id: 'office', title: '', value: { departments: list } },
    ...(data?.tag !== undefined && { tag: data.tag })
  }
  const close = () => setBegin(undefined)
  if (begin)
    return (
      <>
        <div className={style.formHead}>
          <StepHead step="departments" />
        </div>
        <SettingForm
          kind={DEPARTMENTS}
          begin={{ departments: begin }}
          before={before}
          proposes={begin !== list}
          now={now}
          onClose={close}
          onSaved={close}
        />
      </>
    )
  return (
    <StepFrame step="departments" done={list.length > 0}>
      {list.length > 0 ? (
        <>
          <Told shape={DEPARTMENTS.shape} value={before.value} now={now} />
          <div>
            <Button onClick={() => setBegin(list)}>{t('house.edit')}</Button>
          </div>
        </>
      ) : (
        <>
          <p>{t('welcome.departments-usual')}</p>
          <div className={style.acts}>
            <Button type="primary" onClick={() => setBegin(USUAL)}>
              {t('welcome.departments-start')}
            </Button>
            <Button onClick={() => setBegin([{ name: '' }])}>{t('welcome.departments-empty')}</Button>
          </div>
        </>
      )}
    </StepFrame>
  )
}
