package org.prorata.store.runs;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PgConnection;
import org.prorata.store.base.Database;
import org.prorata.store.base.LivenessTimeout;
import org.prorata.store.base.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.integration.jdbc.channel.PostgresChannelMessageTableSubscriber;
import org.springframework.integration.jdbc.channel.PostgresSubscribableChannel;
import org.springframework.integration.jdbc.store.JdbcChannelMessageStore;
import org.springframework.integration.jdbc.store.channel.PostgresChannelMessageStoreQueryProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.MessageHandler;

/**
 * Messages to workers, kept in the database. Whoever takes one holds it in an open transaction of its own until the work is
 * done: when he is killed, or says nothing for a while, the database gives the message back and another one takes it.
 */
public final class WorkQueue implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorkQueue.class);
    /** A message that was given back makes no noise. */
    private static final int LOOK_EVERY_SECONDS = 2;

    private static final long MOST_WAIT_MILLIS = 5_000;

    private final HikariDataSource pool;
    private final JdbcTemplate template;
    private final JdbcChannelMessageStore messages;
    private final PostgresChannelMessageTableSubscriber subscriber;
    private final PostgresSubscribableChannel channel;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "look for messages");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable ThreadPoolExecutor executor;
    private @Nullable MessageHandler handler;
    private volatile boolean leaving;

    /** @param group only those who name the same group hear each other */
    public WorkQueue(Session session, String group, int threads) {
        Database.Login address = session.database().login();
        Properties properties = new Properties();
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty(
                "options",
                "-c idle_in_transaction_session_timeout=" + LivenessTimeout.SECONDS + "s -c tcp_keepalives_idle=10"
                        + " -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3");
        properties.setProperty("ApplicationName", "prorata queue");
        HikariConfig config = new HikariConfig();
        config.setPoolName("queue");
        config.setJdbcUrl(address.jdbcUrl());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setDataSourceProperties(properties);
        config.setMaximumPoolSize(threads + 2);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(MOST_WAIT_MILLIS);
        this.pool = new HikariDataSource(config);
        this.template = new JdbcTemplate(pool);
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        this.messages = new JdbcChannelMessageStore(pool);
        messages.setChannelMessageStoreQueryProvider(new PostgresChannelMessageStoreQueryProvider());
        messages.addAllowedPatterns(
                "org.springframework.batch.integration.partition.*",
                "org.springframework.messaging.*",
                "java.lang.*",
                "java.util.*");
        messages.setCheckDatabaseOnStart(false);
        messages.afterPropertiesSet();
        this.subscriber = new PostgresChannelMessageTableSubscriber(
                () -> {
                    Properties login = new Properties();
                    login.setProperty("user", address.user());
                    login.setProperty("password", address.password());
                    login.setProperty("tcpKeepAlive", "true");
                    login.setProperty("ApplicationName", "prorata queue");
                    return patiently(address.jdbcUrl(), login);
                },
                "int_");
        this.channel = new PostgresSubscribableChannel(messages, group, subscriber);
        channel.setBeanFactory(beans);
        channel.setTransactionManager(new JdbcTransactionManager(pool));
        // the next look tries again; while a try lasts nobody can leave
        channel.setErrorHandler(this::failed);
        channel.setRetryTemplate(new RetryTemplate(RetryPolicy.withMaxRetries(0)));
        channel.afterPropertiesSet();
    }

    /** Whoever listens asks again at once when there is no server. */
    private static PgConnection patiently(String url, Properties login) throws SQLException {
        try {
            return DriverManager.getConnection(url, login).unwrap(PgConnection.class);
        } catch (SQLException e) {
            try {
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            throw e;
        }
    }

    /** A server that went away is told by the work itself, and who leaves gives his message back on purpose. */
    private void failed(Throwable failure) {
        if (!leaving && !Database.isGone(failure)) {
            LOG.warn("a part goes back to the others", failure);
        }
    }

    public MessageChannel channel() {
        return channel;
    }

    /** Takes away the messages that nobody has taken. */
    public void clear(String group) {
        template.update("""
                delete from int_channel_message where (region, group_key, created_date, message_sequence) in (
                    select region, group_key, created_date, message_sequence from int_channel_message where group_key = ?
                    for update skip locked)""", key(group));
    }

    private static String key(String group) {
        return org.springframework.integration.util.UUIDConverter.getUUID(group).toString();
    }

    /** Hands messages to so many threads, until this is closed. */
    public void take(int threads, Consumer<Message<?>> work) {
        executor = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(threads),
                new ThreadPoolExecutor.DiscardPolicy());
        channel.setDispatcherExecutor(executor);
        handler = work::accept;
        channel.subscribe(handler);
        try {
            subscriber.start();
        } catch (IllegalStateException e) {
            // it does not say why: where the database went away, this does
            touch();
            throw e;
        }
        looks.scheduleWithFixedDelay(channel::notifyUpdate, 0, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Says that the thread, which works at a message, is alive. */
    public void touch() {
        template.queryForObject("select 1", Integer.class);
    }

    @Override
    public void close() {
        leaving = true;
        looks.shutdownNow();
        subscriber.stop();
        if (executor != null) {
            // waits for the messages at hand; one that goes back would else be taken here again and again
            channel.unsubscribe(Objects.requireNonNull(handler));
            executor.shutdown();
            try {
                executor.awaitTermination(LivenessTimeout.SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        pool.close();
    }
}
