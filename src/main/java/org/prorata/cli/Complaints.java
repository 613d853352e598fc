package org.prorata.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.prorata.book.schema.WorkbookErrors;
import org.prorata.contract.document.DossierErrors;
import org.prorata.contract.document.DossierReader;
import org.prorata.contract.naming.Visible;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Refused;
import org.prorata.decision.explain.Sentences;
import org.prorata.ledger.RunRefused;
import org.prorata.ledger.TablesRefused;
import org.prorata.store.backup.BackupRefused;
import org.prorata.store.base.Database;
import org.prorata.store.postgres.DatabaseUnavailable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What the user is told when a command line cannot be read or a command breaks off. */
final class Complaints {

    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,15}([.][0-9]{1,6})?");
    private static final int SHOWN = 40;
    private static final int LONGEST = 400;

    /** Failures whose message says all that people need. */
    private static final List<Class<? extends Exception>> REFUSALS = List.of(
            DatabaseUnavailable.class,
            RunRefused.class,
            TablesRefused.class,
            CannotDecide.class,
            BadInput.class,
            BackupRefused.class);

    private Complaints() {}

    static CommandLine on(CommandLine line) {
        return line.registerConverter(LocalDate.class, Complaints::day)
                .registerConverter(long.class, Complaints::number)
                .registerConverter(BigDecimal.class, Complaints::amount)
                .setParameterExceptionHandler(Complaints::unread)
                .setExecutionExceptionHandler(Complaints::brokenOff);
    }

    /** Whether an argument holds the sign that no database stores and no system passes on; says so. */
    static boolean holdsNul(String[] args, PrintWriter err) {
        for (int i = 0; i < args.length; i++) {
            if (args[i].indexOf('\0') >= 0) {
                err.println("argument " + (i + 1) + " holds the sign U+0000; visible text is wanted: "
                        + BadInput.shown(args[i]));
                return true;
            }
        }
        return false;
    }

    private static LocalDate day(String text) {
        try {
            return DossierReader.day(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException('"' + text + "\" is not a whole number such as 1");
        }
    }

    /** With a point, as everywhere on a command line; an exponent could stand for more digits than there is memory. */
    private static BigDecimal amount(String text) {
        if (!AMOUNT.matcher(text).matches()) {
            throw new TypeConversionException('"' + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text)
                    + "\" is not an amount such as 1250.50");
        }
        return new BigDecimal(text);
    }

    private static int unread(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        String message = Visible.shown(e.getMessage());
        err.println(message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message);
        UnmatchedArgumentException.printSuggestions(e, err);
        err.println("What is allowed: " + command.getCommandSpec().qualifiedName() + " --help");
        return Status.BAD_INPUT;
    }

    private static int brokenOff(Exception e, CommandLine command, ParseResult parsed) throws Exception {
        PrintWriter err = command.getErr();
        if (e instanceof WorkbookErrors wrong) {
            Sentences sentences = LanguageOption.of(command.getCommandSpec());
            wrong.problems().forEach(problem -> err.println(problem.told(sentences)));
        } else if (e instanceof DossierErrors wrong) {
            wrong.problems().forEach(err::println);
        } else if (e instanceof Refused refused) {
            err.println(Remedies.told(refused, LanguageOption.of(command.getCommandSpec())));
        } else if (REFUSALS.stream().anyMatch(refusal -> refusal.isInstance(e))) {
            err.println(e.getMessage());
        } else if ((e instanceof UncheckedIOException ? e.getCause() : e) instanceof FileSystemException file) {
            err.println(file.getFile() + ": " + reason(file));
        } else if (Database.isGone(e)) {
            err.println(
                    "the database went away while the command was at work; what is stored is whole: give the same command"
                            + " again and it goes on from there");
            return Status.BROKE_OFF;
        } else {
            throw e;
        }
        return Status.BAD_INPUT;
    }

    private static String reason(FileSystemException e) {
        if (e instanceof AccessDeniedException) {
            return "the user " + System.getProperty("user.name") + " has no right to it";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "is a file; a folder is wanted";
        }
        return e instanceof NoSuchFileException
                ? "no such file"
                : e.getReason() == null ? e.getMessage() : e.getReason();
    }
}
