import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { periodOf } from '@huiyin/domain/appraisal/period.ts'
import { sampleOf } from '@huiyin/domain/appraisal/sample.ts'
import { CRITERION_WORDS } from '@huiyin/domain/appraisal/words.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { accountId } from '@huiyin/domain/ids.ts'
import { ofAccount } from '@huiyin/domain/roles/belonging.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import { isItsAuthor, ratePost } from '@huiyin/ports/appraisal/rating.ts'
import { allRatings } from '@huiyin/ports/appraisal/records.ts'
import { houseSetting } from '@huiyin/ports/house-settings.ts'
import { teller } from '@huiyin/ports/tell.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import { Quarter, RatingBody, RatingList, type SampleRow, SampleView, Year } from '@huiyin/schemas/api-appraisal.ts'
import type { Post } from '@huiyin/schemas/post.ts'
import { CRITERIA, Rating } from '@huiyin/schemas/rating.ts'
import { Type } from 'typebox'
import { allPosts } from '../intake/posts.ts'
import type { ApiPorts } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import { checkOn } from '../scope.ts'
import { actorOf, authorOf } from '../sign-in/guard.ts'

const tags = ['appraisal']
const ByPost = Type.Object({ post: Type.String({ minLength: 1, maxLength: 450 }) })
const SampleQuery = Type.Object({ year: Year, quarter: Type.Optional(Quarter) }, { additionalProperties: false })
const criteria = CRITERIA.map(criterion => ({ criterion, ...CRITERION_WORDS[criterion] }))

/** What reviewers say of posts: the basis of content quality. */
export const contentRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const { records, clock, events } = ports
  const tell = teller(events, clock)
  const accountOf = (post: Post) =>
    ports.book
      .rows()
      .find(({ account }) => accountId(account) === accountId({ platform: post.platform, id: post.account }))?.account

  const rowOf = async (post: Post, actor: Actor): Promise<SampleRow> => {
    const { id, platform, account, post: native, title, link, publishedAt } = post
    const all = await Array.fromAsync(allRatings(records, id))
    const own = all.find(({ by }) => by.id === actor.id)
    const of = accountOf(post)
    return {
      post: {
        ...{ id, platform, account, post: native },
        ...(title !== undefined && { title }),
        ...(link !== undefined && { link }),
        ...(publishedAt !== undefined && { publishedAt })
      },
      accountName: of?.name ?? account,
      ratings: all.length,
      rateable: !of || !isItsAuthor(of, actor),
      ...(own && { own })
    }
  }

  app.get(
    '/content/sample',
    {
      config: { action: 'content.rate' },
      schema: {
        tags,
        summary: 'The posts of a period that reviewers are asked to rate, drawn alike for everybody',
        querystring: SampleQuery,
        response: { 200: SampleView, ...REFUSALS }
      }
    },
    async request => {
      const { year, quarter } = request.query
      const actor = actorOf(request)
      await records.refresh()
      const { sample } = await houseSetting(records, 'appraisal-rules')
      const period = periodOf(year, quarter)
      const drawn = sampleOf(await allPosts(records), { period, ...sample })
      const own = drawn.filter(post => mayDo(actor, 'content.rate', ofAccount(post)))
      const rows: SampleRow[] = []
      for (const post of own) rows.push(await rowOf(post, actor))
      return { period, rows, criteria, now: clock.now() }
    }
  )

  const postFor = async (request: Parameters<typeof checkOn>[0], id: string): Promise<Post> => {
    const post = (await records.get<Post>('post', id))?.document.value
    if (!post)
      throw new HuiyinError('INVALID_REQUEST', `path/post must be the id of a post that lists show; "${id}" is none`)
    checkOn(request, ofAccount(post))
    return post
  }

  app.get(
    '/content/ratings/:post',
    {
      config: { action: 'content.rate' },
      schema: {
        tags,
        summary: 'What reviewers say of a post; one’s own only, until one leads: nobody is led by what others said',
        params: ByPost,
        response: { 200: RatingList, ...REFUSALS }
      }
    },
    async request => {
      const actor = actorOf(request)
      const post = await postFor(request, request.params.post)
      await records.refresh()
      const all = await Array.fromAsync(allRatings(records, post.id))
      const rows = mayDo(actor, 'appraisal.make') ? all : all.filter(({ by }) => by.id === actor.id)
      return { rows, criteria }
    }
  )

  app.put(
    '/content/ratings/:post',
    {
      config: { action: 'content.rate' },
      schema: {
        tags,
        summary: 'Rate a post, or change what one said; what one said before stays on record',
        params: ByPost,
        body: RatingBody,
        response: { 200: Rating, ...REFUSALS }
      }
    },
    async request => {
      const post = await postFor(request, request.params.post)
      const account = accountOf(post)
      const { scores, note } = request.body
      const said = { scores, ...(note !== undefined && { note }) }
      const by = authorOf(request)
      const rating = await ratePost({ records, clock, tell }, { post, by, ...said, ...(account && { account }) })
      await records.refresh()
      return rating
    }
  )
}
