import type { AnyOperation } from '../operation';
import { whoAmI } from './account';
import { claimPaper, setLinks } from './authorship';
import {
  addItem,
  changeCollection,
  changeItem,
  dropCollection,
  dropItem,
  getCollection,
  listCollections,
  makeCollection,
} from './collections';
import { getThread, listComments } from './comments';
import { listDatasets, listModels, listRepos, listSpaces } from './compatibility';
import { listForYou, markNotInterested, startForYou, takeNotInterestedBack } from './for-you';
import {
  getPaper,
  listCounts,
  listDailyPapers,
  listPapers,
  readPaper,
  searchPapers,
} from './papers';
import { takeUpvoteBack, upvotePaper } from './votes';
import { indexPaper, replyToComment, submit, writeComment } from './writing';

/** All operations, in the order of the documentation. */
export const OPERATIONS: AnyOperation[] = [
  listDailyPapers,
  searchPapers,
  listPapers,
  getPaper,
  readPaper,
  listComments,
  getThread,
  listCounts,
  upvotePaper,
  takeUpvoteBack,
  writeComment,
  replyToComment,
  submit,
  indexPaper,
  claimPaper,
  setLinks,
  listForYou,
  markNotInterested,
  takeNotInterestedBack,
  startForYou,
  listCollections,
  getCollection,
  makeCollection,
  changeCollection,
  dropCollection,
  addItem,
  changeItem,
  dropItem,
  whoAmI,
  listRepos,
  listModels,
  listDatasets,
  listSpaces,
];
