import { channel } from 'node:diagnostics_channel';

/**
 * A measure that costs nothing while nobody subscribes. Subscribers are in the process that serves
 * metrics (scripts/metrics).
 */
function measure<Message extends object>(name: string) {
  const on = channel(`papertide:${name}`);
  return {
    publish: (message: Message): void => {
      if (on.hasSubscribers) on.publish(message);
    },
    subscribe: (listener: (message: Message) => void): void => {
      on.subscribe((message) => listener(message as Message));
    },
  };
}

export type RequestMeasure = {
  url: string;
  /** 499 if the client left before the response was sent. */
  status: number;
  seconds: number;
  /** How Next's cache of pages responded, if it did. */
  pageCache: string | undefined;
};

export type JobMeasure = {
  task: string;
  /** `retried` will be tried again, `failed` will not. */
  outcome: 'done' | 'retried' | 'failed';
  seconds: number;
};

export type MailMeasure = { outcome: 'sent' | 'retried' | 'failed' };

export const requestDone = measure<RequestMeasure>('request');
export const jobDone = measure<JobMeasure>('job');
export const mailDone = measure<MailMeasure>('mail');
/** A request refused to keep the process responsive. */
export const requestShed = measure<{ cause: 'loop' | 'database' }>('shed');
