import { missingRoute } from '@/lib/web/missing-route';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = missingRoute();
