import { z } from 'zod';
import { count, hexId, picture, time, webAddress } from './values';

/**
 * Responses of the API, after the Hugging Face papers API: camel case but for `ai_…`, unknown
 * fields left out, never null. The document at /api/openapi.json is generated from them.
 */

export const person = z
  .object({
    _id: hexId,
    name: z.string().describe('The handle.'),
    user: z.string().describe('The handle again.'),
    fullname: z.string(),
    avatarUrl: picture,
    type: z.enum(['user', 'org']),
    isPro: z.literal(false),
    site: z.string().optional().describe('Where this is somebody, if not here.'),
  })
  .meta({ id: 'Person' });

export const organization = z
  .object({
    _id: hexId,
    name: z.string().describe('In the case of the source that named it.'),
    fullname: z.string(),
    avatar: picture.optional().describe('Its picture, square.'),
  })
  .meta({ id: 'Organization' });

export const author = z
  .object({
    _id: hexId,
    name: z.string(),
    hidden: z.literal(false),
    user: person.optional().describe('The reader who is this author, confirmed.'),
    status: z.literal('claimed_verified').optional(),
  })
  .meta({ id: 'Author' });

const paperShape = {
  id: z.string().describe('The arXiv identifier, or our own for papers from elsewhere.'),
  authors: z.array(author),
  publishedAt: time,
  submittedOnDailyAt: time.optional().describe('Midnight of the day it was put on the list.'),
  submittedOnDailyBy: person.optional(),
  title: z.string(),
  summary: z.string().describe('The abstract; mathematics as `$…$`.'),
  upvotes: count,
  discussionId: hexId,
  projectPage: webAddress.optional(),
  githubRepo: webAddress.optional(),
  githubRepoAddedBy: z
    .string()
    .optional()
    .describe('Who named it at the source: `user`, `admin` or `auto`.'),
  githubStars: count.optional(),
  ai_summary: z.string().optional().describe('A short summary.'),
  ai_summary_model: z.string().optional().describe('Who or which model wrote it.'),
  ai_keywords: z.array(z.string()).optional(),
  organization: organization.optional(),
  mediaUrls: z.array(webAddress).optional(),
  withdrawnAt: time.optional(),
  retracted: z.literal(true).optional(),
  retractionNotice: webAddress.optional().describe('The notice that retracts it.'),
  categories: z.array(z.string()).describe('As arXiv spells them; the first is the primary one.'),
};

export const paper = z.object(paperShape).meta({ id: 'Paper' });

const linked = z.array(z.object({ id: z.string() }));

export const paperDetail = z
  .object({
    ...paperShape,
    _id: hexId,
    url: webAddress,
    numComments: count,
    linkedModels: linked,
    linkedDatasets: linked,
    linkedSpaces: linked,
    numTotalModels: count,
    numTotalDatasets: count,
    numTotalSpaces: count,
  })
  .meta({ id: 'PaperDetail' });

const itemShape = {
  paper,
  publishedAt: time,
  title: z.string(),
  summary: z.string(),
  thumbnail: webAddress.describe('The picture of the paper, or a card that is drawn of it.'),
  numComments: count,
  isAuthorParticipating: z.boolean(),
  organization: organization.optional(),
  mediaUrls: z.array(webAddress).optional(),
};

export const dailyItem = z.object({ ...itemShape, submittedBy: person }).meta({ id: 'DailyItem' });

const highlighted = z.array(z.object({ type: z.enum(['text', 'highlight']), text: z.string() }));

export const searchItem = z
  .object({
    ...itemShape,
    submittedBy: person.optional(),
    upvoted: z.literal(false),
    matchesAllWords: z
      .boolean()
      .describe('Papers with all words come first, then those with some of them.'),
    highlightedTitle: highlighted,
    highlightedSummary: highlighted,
  })
  .meta({ id: 'SearchItem' });

export const forYouItem = z
  .object({
    ...itemShape,
    submittedBy: person.optional(),
    because: z.string().optional().describe('The reasons as a sentence, as the page shows them.'),
    reasons: z
      .array(z.object({ kind: z.enum(['word', 'author', 'topic']), name: z.string() }))
      .describe('What in this paper its reader likes, the strongest first.'),
    closeInMeaning: z.boolean().describe('Its text is close to papers that its reader liked.'),
  })
  .meta({ id: 'ForYouItem' });

export const forYou = z
  .object({
    state: z
      .enum(['learned', 'few_likes', 'off'])
      .describe(
        '`few_likes`: mostly the order of Trending, because there are fewer than three likes; `off`: the user has deleted the taste, and there are no papers.',
      ),
    likes: count.describe('Upvoted, saved and other liked papers that the order is learned from.'),
    papers: z.array(forYouItem),
  })
  .meta({ id: 'ForYou' });

export const interest = z
  .object({ id: z.string(), notInterested: z.boolean() })
  .meta({ id: 'Interest' });

export const tasteStart = z
  .object({
    papers: count.describe('Papers of the list that are here, and are liked from now on.'),
    missing: count.describe('Papers of the list that are not here.'),
    topics: count,
  })
  .meta({ id: 'TasteStart' });

export const flatPaper = z
  .object({
    id: z.string(),
    title: z.string(),
    thumbnailUrl: webAddress,
    upvotes: count,
    numComments: count,
    publishedAt: time,
    submittedOnDailyAt: time.optional(),
    authors: z.array(author),
    summary: z.string(),
    projectPage: webAddress.optional(),
    githubRepo: webAddress.optional(),
    organization: organization.optional(),
  })
  .meta({ id: 'FlatPaper' });

const commentShape = {
  id: z.int().min(1),
  parentId: z.int().min(1).optional().describe('The comment that this one answers.'),
  state: z
    .enum(['visible', 'deleted', 'hidden'])
    .describe('What is deleted or hidden keeps its place, without author and text.'),
  url: webAddress,
  author: person.optional(),
  byAuthorOfPaper: z.boolean(),
  kind: z.enum(['question', 'error', 'replication', 'review']).optional(),
  settledAt: time.optional(),
  upvotes: count,
  reactions: z.array(z.object({ reaction: z.string(), count })),
  markdown: z.string(),
  html: z.string(),
  createdAt: time,
  editedAt: time.optional(),
  numEdits: count,
};

export const comment = z.object(commentShape).meta({ id: 'Comment' });

export const thread = z
  .object({
    ...commentShape,
    numReplies: count.describe('Answers that can be seen, at every depth.'),
    replies: z
      .array(comment)
      .describe('The first of them, the oldest first; `parentId` says to what.'),
  })
  .meta({ id: 'Thread' });

export const engagement = z
  .object({
    id: z.string(),
    upvotes: count,
    numComments: count,
    upvoted: z.boolean().optional().describe('With a token: whether its reader upvoted it.'),
  })
  .meta({ id: 'Engagement' });

export const upvoteState = z
  .object({ upvotes: count, upvoted: z.boolean(), asOf: time })
  .meta({ id: 'UpvoteState' });

const collectionItem = z
  .object({
    _id: hexId,
    id: z.string().describe('The identifier of the paper.'),
    type: z.literal('paper'),
    position: count.describe('Counted from 0.'),
    title: z.string(),
    upvotes: count,
    publishedAt: time,
    note: z.object({ text: z.string(), html: z.string() }).optional(),
  })
  .meta({ id: 'CollectionItem' });

export const collection = z
  .object({
    slug: z.string().describe('Its key, which names it here.'),
    title: z.string(),
    description: z.string().optional(),
    owner: person,
    lastUpdated: time,
    private: z.boolean().describe('Only its owner sees it.'),
    visibility: z.enum(['private', 'unlisted', 'public']),
    url: webAddress,
    theme: z.literal('blue'),
    position: z
      .literal(0)
      .optional()
      .describe('Left out in lists, where clients number the collections themselves.'),
    upvotes: count.describe('How many follow it.'),
    numberItems: count,
    items: z.array(collectionItem).describe('In its order; in a list the first four.'),
  })
  .meta({ id: 'Collection' });

export const account = z
  .object({
    type: z.literal('user'),
    id: hexId,
    name: z.string().describe('The handle.'),
    fullname: z.string(),
    email: z.null().describe('Never told.'),
    isPro: z.literal(false),
    orgs: z.array(z.object({ name: z.string(), fullname: z.string() })),
    auth: z.object({
      type: z.literal('access_token'),
      accessToken: z.object({ displayName: z.string(), role: z.enum(['read', 'write']) }),
    }),
  })
  .meta({ id: 'Account' });

export const apiError = z
  .object({
    error: z.string().describe('A sentence for people.'),
    code: z.string().describe('The same for programs: `not_found`, `invalid`, `rate_limited` …'),
    fields: z.record(z.string(), z.string()).optional().describe('What is wrong, by its name.'),
    slug: z.string().optional().describe('With `taken`: the collection that has this title.'),
  })
  .meta({ id: 'Error' });

export const written = z
  .object({ id: z.int().min(1), url: webAddress })
  .meta({ id: 'WrittenComment' });

export const submitted = z
  .object({
    state: z.enum(['here', 'found', 'listed', 'already_here', 'pending']),
    id: z.string(),
    url: webAddress.optional(),
    commented: z.boolean().optional().describe('Whether the comment that came along was posted.'),
  })
  .meta({ id: 'Submitted' });

export type Person = z.output<typeof person>;
export type Author = z.output<typeof author>;
export type Paper = z.output<typeof paper>;
export type PaperDetail = z.output<typeof paperDetail>;
export type DailyItem = z.output<typeof dailyItem>;
export type SearchItem = z.output<typeof searchItem>;
export type ForYou = z.output<typeof forYou>;
export type FlatPaper = z.output<typeof flatPaper>;
export type Comment = z.output<typeof comment>;
export type Thread = z.output<typeof thread>;
export type Engagement = z.output<typeof engagement>;
export type CollectionItem = z.output<typeof collectionItem>;
export type Collection = z.output<typeof collection>;
