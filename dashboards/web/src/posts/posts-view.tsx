import { t } from '../language.ts'
import { Sheet } from '../pane/pane.tsx'
import { AddPost } from './add-post.tsx'
import { goAmongPosts, usePostPlace } from './place.ts'
import { PostsPane } from './posts-pane.tsx'

/** What the office published; beside it the form by which a post is added. */
export function PostsView({ now }: { now: number }) {
  const place = usePostPlace()
  return (
    <>
      <PostsPane place={place} now={now} />
      {place.adding && (
        <Sheet name={t('posts.add')}>
          <AddPost account={place.account} now={now} onClose={() => goAmongPosts({ account: place.account })} />
        </Sheet>
      )}
    </>
  )
}
