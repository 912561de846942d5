import { Spin } from 'antd'
import { t } from '../language.ts'
import style from './frame.module.css'

export const Loading = () => (
  <div className={style.notice} role="status">
    <Spin />
    <span>{t('app.loading')}</span>
  </div>
)
