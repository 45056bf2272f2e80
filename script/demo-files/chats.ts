import type { ChatScript } from "./chat-types";
import { CHATS_FOOD } from "./chats-food";
import { CHATS_SHOP } from "./chats-shop";
import { CHATS_TELECOM } from "./chats-telecom";
import { CHATS_TRAVEL } from "./chats-travel";

export const CHATS: readonly ChatScript[] = [...CHATS_FOOD, ...CHATS_TRAVEL, ...CHATS_TELECOM, ...CHATS_SHOP];
