import { Button } from 'antd'
import { type DragEvent, useEffect, useId, useState } from 'react'
import { t } from '../language.ts'
import style from './hand.module.css'
import { ACCEPTED, isRefused, type Picture, type Refused, readPicture, sizeWords } from './picture.ts'

type BoxProps = { picture: Picture | undefined; onChange: (picture: Picture | undefined) => void }

/** Takes a screenshot: dropped, pasted anywhere on the page, or chosen. */
export function PictureBox({ picture, onChange }: BoxProps) {
  const [refused, setRefused] = useState<Refused>()
  const [over, setOver] = useState(false)
  const id = useId()
  const take = async (file: File | undefined) => {
    if (!file) return
    const read = await readPicture(file)
    if (isRefused(read)) return setRefused(read)
    setRefused(undefined)
    onChange(read)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }
  usePasting(take)
  return (
    <div className={style.picture}>
      <span className={style.label} id={`${id}-label`}>
        {t('hand.picture')}
      </span>
      <section
        className={style.drop}
        aria-labelledby={`${id}-label`}
        data-over={over}
        onDragOver={event => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {picture ? (
          <Preview picture={picture} onRemove={() => onChange(undefined)} />
        ) : (
          <>
            <span>
              {t('hand.picture-how')}{' '}
              <label className={style.choose} htmlFor={id}>
                {t('hand.picture-choose')}
                <input
                  id={id}
                  type="file"
                  className="visually-hidden"
                  accept={ACCEPTED}
                  onChange={event => {
                    void take(event.target.files?.[0])
                    event.target.value = ''
                  }}
                />
              </label>
            </span>
            <span className={style.faint}>{t('hand.picture-kinds')}</span>
          </>
        )}
      </section>
      {refused && (
        <p className={style.late} role="alert">
          {t(`hand.picture-${refused.why}`, { size: sizeWords(refused.bytes) })}
        </p>
      )}
    </div>
  )
}

/** A picture that is pasted goes here wherever the keys are; pasted words go where they go. */
function usePasting(take: (file: File | undefined) => Promise<void>) {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const file = [...(event.clipboardData?.files ?? [])][0]
      if (!file) return
      event.preventDefault()
      void take(file)
    }
    addEventListener('paste', paste)
    return () => removeEventListener('paste', paste)
  })
}

const Preview = ({ picture, onRemove }: { picture: Picture; onRemove: () => void }) => {
  const words = t('hand.picture-of', { name: picture.name, size: sizeWords(picture.bytes) })
  return (
    <>
      <img className={style.preview} src={picture.url} alt={words} />
      <span className={style.faint}>{words}</span>
      <Button size="small" onClick={onRemove}>
        {t('hand.picture-remove')}
      </Button>
    </>
  )
}
