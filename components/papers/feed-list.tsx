import { SoftLinks } from '@/components/ui/soft-links';
import { FeedFrame } from './feed-frame';
import { FeedRows, type RowParts } from './feed-rows';

type Props = {
  /** In order; a string for the mark of a template. */
  rows: RowParts[] | string;
  /** Topic of this page: a mute of that topic does not apply here. */
  topic?: string;
  /** Whether to say how many papers are new since the viewer's last visit. */
  news?: boolean;
};

/** The papers of one feed page. */
export const FeedList = ({ rows, topic, news }: Props) => (
  <SoftLinks>
    <FeedFrame topic={topic} news={news}>
      <FeedRows rows={rows} />
    </FeedFrame>
  </SoftLinks>
);
