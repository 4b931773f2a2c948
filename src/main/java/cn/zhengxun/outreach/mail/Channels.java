package cn.zhengxun.outreach.mail;

import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.PreferredChannel;
import cn.zhengxun.identity.UserAccount;
import cn.zhengxun.identity.Users;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Chooses the channel for each recipient: the first that reaches this person. A channel by which nothing leaves at all
 * stands still for a minute, so that an outage of the relay uses up nobody's attempts.
 */
class Channels {
    private static final Duration STANDSTILL = Duration.ofMinutes(1);
    private final List<MessageChannel> channels;
    private final Directory directory;
    private final Users users;
    private final SubmissionAddresses authors;
    private final Clock clock;
    private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();

    /** @param channels in the order of preference */
    Channels(
            List<MessageChannel> channels, Directory directory, Users users, SubmissionAddresses authors, Clock clock) {
        this.authors = authors;
        this.channels = channels;
        this.directory = directory;
        this.users = users;
        this.clock = clock;
    }

    /** The channel and the address in it. */
    record Route(MessageChannel channel, String address) {}

    /** Nothing leaves by a channel. sentence: why, in Chinese; until: no try before. */
    record Trouble(String sentence, Instant since, Instant until) {}

    /** No channel reaches the recipient; the message says what to do instead. */
    static final class Unreachable extends RuntimeException {
        Unreachable(String sentence) {
            super(sentence);
        }
    }

    boolean none() {
        return channels.isEmpty();
    }

    /** @throws Unreachable @throws NotDue for a user without an address, who sees tasks in the list @throws DeliveryFailure where the channel stands still */
    Route to(Recipient recipient) throws DeliveryFailure {
        Route route = switch (recipient.kind()) {
            case INFORMANT ->
                toInformant(directory
                        .informant(new InformantId(Long.parseLong(recipient.id())))
                        .orElseThrow(() -> new Unreachable("名录中已没有此人")));
            case AUTHOR ->
                toAuthor(authors.author(Long.parseLong(recipient.id())).orElseThrow(() -> new NotDue("提交人已无法联系，不再发送")));
            case USER -> toUser(users.find(recipient.id()).orElseThrow(() -> new NotDue("账号已不存在，不再通知")));
        };
        Trouble trouble = troubles.get(route.channel().name());
        if (trouble != null && trouble.until().isAfter(clock.instant())) {
            throw new DeliveryFailure(
                    DeliveryFailure.Fault.CHANNEL,
                    trouble.sentence(),
                    Duration.between(clock.instant(), trouble.until()),
                    null);
        }
        return route;
    }

    private Route toInformant(Informant person) throws DeliveryFailure {
        Optional<Route> route = first(channel -> channel.address(person));
        if (route.isEmpty() && person.reachableByMail()) {
            throw new DeliveryFailure(DeliveryFailure.Fault.CHANNEL, "没有设置邮件服务器，邮件在等待发送", STANDSTILL, null);
        }
        return route.orElseThrow(() -> new Unreachable(whyNot(person)));
    }

    private Route toAuthor(SubmissionAddresses.Author author) throws DeliveryFailure {
        if (author.informant() != null) {
            return toInformant(directory.informant(author.informant()).orElseThrow(() -> new Unreachable("名录中已没有此人")));
        }
        return first(channel -> channel.address(author.email()))
                .orElseThrow(() ->
                        new DeliveryFailure(DeliveryFailure.Fault.CHANNEL, "没有设置邮件服务器，邮件在等待发送", STANDSTILL, null));
    }

    private static String whyNot(Informant person) {
        if (person.channel() == PreferredChannel.PAPER) {
            return "本人要求纸质送达，请打印后送达";
        }
        if (person.email() == null || person.email().isBlank()) {
            return "没有邮箱地址，请改用书面送达";
        }
        return "邮箱此前已退信，请在名录中更正地址，或者改用书面送达";
    }

    private Route toUser(UserAccount user) {
        return first(channel -> channel.address(user)).orElseThrow(() -> new NotDue("账号没有填写邮箱，任务在待办列表中可见"));
    }

    private Optional<Route> first(Function<MessageChannel, Optional<String>> address) {
        for (MessageChannel channel : channels) {
            Optional<String> found = address.apply(channel);
            if (found.isPresent()) {
                return Optional.of(new Route(channel, found.get()));
            }
        }
        return Optional.empty();
    }

    /** The channel takes nothing; @return when to try again */
    Instant standStill(MessageChannel channel, String sentence) {
        Instant now = clock.instant();
        return troubles.merge(
                        channel.name(),
                        new Trouble(sentence, now, now.plus(STANDSTILL)),
                        (before, trouble) -> new Trouble(sentence, before.since(), trouble.until()))
                .until();
    }

    /** The channel took something, or answered about one letter. */
    void works(MessageChannel channel) {
        if (!troubles.isEmpty()) {
            troubles.remove(channel.name());
        }
    }

    /** Nothing can leave by any channel before a later moment. */
    boolean allStandStill() {
        Instant now = clock.instant();
        return channels.stream()
                .map(channel -> troubles.get(channel.name()))
                .allMatch(trouble -> trouble != null && trouble.until().isAfter(now));
    }

    /** By the channel's name; empty when all is well. */
    Map<String, Trouble> troubles() {
        return Map.copyOf(troubles);
    }

    void rest() {
        channels.forEach(MessageChannel::rest);
    }
}
