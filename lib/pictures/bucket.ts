import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { Env } from '@/lib/base/env';
import { log } from '@/lib/base/log';
import { ours } from './paths';
import type { PictureStore } from './types';

type Settings = Pick<
  Env,
  | 'PICTURES_S3_BUCKET'
  | 'PICTURES_S3_ENDPOINT'
  | 'PICTURES_S3_REGION'
  | 'PICTURES_S3_ACCESS_KEY_ID'
  | 'PICTURES_S3_SECRET_ACCESS_KEY'
>;

let opened: { settings: Settings; store: PictureStore } | undefined;

/** Creates the store in a bucket of any S3-compatible service, with one client. */
export function bucketStore(settings: Settings): PictureStore {
  if (opened?.settings === settings) return opened.store;
  opened = { settings, store: openBucket(settings) };
  return opened.store;
}

function openBucket(settings: Settings): PictureStore {
  const { PICTURES_S3_ENDPOINT: endpoint, PICTURES_S3_BUCKET: Bucket } = settings;
  const accessKeyId = settings.PICTURES_S3_ACCESS_KEY_ID ?? '';
  const secretAccessKey = settings.PICTURES_S3_SECRET_ACCESS_KEY ?? '';
  const client = new S3Client({
    endpoint,
    region: settings.PICTURES_S3_REGION,
    // Self-hosted services have no host name per bucket.
    forcePathStyle: endpoint !== undefined,
    credentials: { accessKeyId, secretAccessKey },
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 10_000 },
    maxAttempts: 2,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const at = (file: string) => ({ Bucket, Key: `pictures/${ours(file)}` });
  return {
    async put(file, Body) {
      await client.send(new PutObjectCommand({ ...at(file), Body, ContentType: 'image/webp' }));
    },
    async get(file) {
      try {
        const { Body } = await client.send(new GetObjectCommand(at(file)));
        return (await Body?.transformToByteArray()) ?? null;
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        log.warn({ err: (error as Error).name }, 'the picture bucket does not respond');
        throw error;
      }
    },
    async remove(file) {
      await client.send(new DeleteObjectCommand(at(file)));
    },
  };
}
