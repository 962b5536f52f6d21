using System.Globalization;
using System.Text.Json;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Studio;

// What pages say.
internal sealed partial class SimulationSession
{
    private static readonly string[] CommandNames = ["init", "run", "stop", "step", "set", "reset", "undo", "redo", "action", "seed", "cell", "row", "csv", "analyze", "parameters"];

    /// <summary>Welcomes a page: tells it everything, then what it has not of the tables.</summary>
    public void Attach(SessionClient client, HelloRequest hello)
    {
        client.Send(Greeting());
        _tables.Resume(client, hello);
        _clients.Add(client);
        RefreshTables();
        client.Send(Status());
        foreach (var feed in _feeds) { client.Send(History(feed)); }
        _tables.Send(client);
    }

    private HelloMessage Greeting()
    {
        var actions = _actions.Select(a => new ActionInfo(
            a.Name, a.Description.Length > 0 ? a.Description : Documentation.Of(a.Method),
            [.. a.Parameters.Select(p => FormEntry.FieldOf(p.Name, p.Name, p.Description, [], p.Type, p.Range, p.Default is null ? "" : Parameter.Format(p.Default), "now"))]));
        return new(
            ProtocolJson.Version, new(_simulation.Name, TitleOf(_simulation.Name), _simulation.Description, _simulation.Guide is { Length: > 0 } guide ? guide : Documentation.Of(_simulation.GetType())),
            [.. _simulation.Modes.Select(m => new ModeInfo(m.Name, [.. ScalesOf(m).Select(s => s.ToString())]))], [.. actions],
            _form.Fields, _form.Values, NetworksNow(), _tables.Tables, ExchangedFiles.MostBytes);
    }

    public void Detach(SessionClient client)
    {
        _clients.Remove(client);
        foreach (var feed in _feeds) { feed.Watched = []; }
        KeepWhatIsWatched();
    }

    /// <summary>Does what a message of a page asks for.</summary>
    public void Receive(SessionClient client, ClientMessage message)
    {
        switch (message)
        {
            case CommandRequest command: Execute(client, command); break;
            case WatchRequest watch: Watch(client, ViewOf(client, watch.View), watch); break;
            case UnwatchRequest unwatch: Unwatch(client, unwatch.View); break;
            case AckRequest ack when client.Views.TryGetValue(ack.View, out var view): view.Acknowledge(ack.Sequence); break;
            case SeriesRequest series: Answer(client, series.Id, () => client.Send(SeriesOf(series))); break;
        }
    }

    private View ViewOf(SessionClient client, uint number) =>
        client.Views.TryGetValue(number, out var view) ? view : client.Views[number] = new View(number) { Feed = _feed };

    private void Watch(SessionClient client, View view, WatchRequest request)
    {
        try
        {
            var feed = FeedOf(request.Network);
            (view.Feed.Watched, view.Feed.HasNews) = ([], true);
            view.Watch(request, feed, System.Diagnostics.Stopwatch.Frequency);
            (feed.Watched, feed.HasNews) = ([], true);
            KeepWhatIsWatched();
            if (view.SynapseVariable.Length > 0)
            {
                view.Unit = request.Unit is { } choice ? feed.Find(choice) : feed.MostActive(view.IsReceiving);
                if (view.Unit is var (layer, unit)) { client.Send(new UnitMessage(view.Number, layer.Name, unit)); }
            }
            if (!view.IsShown) { return; }
            if (NeedsColumn(view)) { feed.Forget(); }
            RecordState(feed);
            SendFrame(client, view);
        }
        catch (EmergentException e) { client.Send(new ViewErrorMessage(view.Number, e.Message)); }
    }

    /// <summary>Whether the newest record lacks what a view shows: it is made again, though the state has been recorded.</summary>
    private static bool NeedsColumn(View view) => view.VariableIndex >= 0 && view.Feed.History.Newest is { IsOpened: false } newest && newest.ValuesOf(view.VariableIndex).IsEmpty;

    private void Unwatch(SessionClient client, uint number)
    {
        if (client.Views.Remove(number, out var view)) { view.Feed.Watched = []; }
        KeepWhatIsWatched();
    }

    private void Execute(SessionClient client, CommandRequest command)
    {
        var arguments = new CommandArguments(command.Arguments);
        if (command.Name == "init")
        {
            _initRequests.Add((client, command.Id));
            _wantsInit = true;
            return;
        }
        if (command.Name == "action")
        {
            Answer(client, command.Id, () => Act(client, command.Id, arguments));
            return;
        }
        if (command.Name == "analyze")
        {
            Answer(client, command.Id, () => Analyze(client, command.Id, arguments));
            return;
        }
        Answer(client, command.Id, () =>
        {
            object? result = null;
            var table = arguments.Text("table", "");
            switch (command.Name)
            {
                case "run": Run(new RunMode(arguments.Text("mode", _mode.Name))); break;
                case "step": Step(new RunMode(arguments.Text("mode", _mode.Name)), arguments.Scale("scale"), arguments.Whole("count", 1)); break;
                case "stop": Stop(arguments.Text("scale", "now") == "now" ? null : arguments.Scale("scale")); break;
                case "set": _form.Set(arguments.Text("path"), arguments.Text("value")); break;
                case "reset": _form.Reset(arguments.Text("path")); break;
                case "undo" when table.Length > 0: _tables.Undo(table); break;
                case "redo" when table.Length > 0: _tables.Redo(table); break;
                case "undo": _form.Undo(); break;
                case "redo": _form.Redo(); break;
                case "seed": result = (_simulation.Seed = arguments.Long("seed", _simulation.Seed + 1)).ToString(CultureInfo.InvariantCulture); break;
                case "cell": _tables.Edit(arguments.Text("table"), t => t.SetCell(arguments.Text("column"), arguments.Whole("row"), arguments.Whole("element", 0), arguments.Text("value"))); break;
                case "row": _tables.Edit(arguments.Text("table"), t => t.ChangeRows(arguments.Text("do"), arguments.Wholes("rows") ?? [])); break;
                case "csv": result = Csv(arguments); break;
                case "parameters": result = List(arguments.Choice<ParameterListing>("as", "list of parameters")); break;
                default: throw new EmergentException($"There is no command '{command.Name}'. {Names.DidYouMean(command.Name, CommandNames)}");
            }
            client.Send(new DoneMessage(command.Id, result));
            if (command.Name is "set" or "reset" or "undo" or "redo") { TellValues(); }
            if (table.Length > 0) { RefreshTables(); }
            else { _areTablesStale = true; }
        });
    }

    private string List(ParameterListing listing) => listing switch
    {
        ParameterListing.NonDefault => _simulation.Network.Styles.NonDefaultReport(),
        ParameterListing.All => _simulation.Network.Styles.AllReport(),
        ParameterListing.Key => _simulation.Network.Styles.KeyReport(),
        ParameterListing.CSharp => EditsAsCode.CSharp(_simulation, _form.Differences()),
        _ => EditsAsCode.Json(_simulation, _form.Differences()),
    };

    /// <summary>Takes rows from a text and says how many, or gives rows as one.</summary>
    private string Csv(CommandArguments arguments)
    {
        var name = arguments.Text("table");
        if (arguments.Text("text", "") is { Length: > 0 } text)
        {
            var taken = 0;
            _tables.Edit(name, t => taken = t.Take(text, arguments.Whole("after", _tables.Find(name).RowCount - 1), arguments.Flag("replace")));
            return taken.ToString(CultureInfo.InvariantCulture);
        }
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        var table = _tables.Find(name);
        var rows = arguments.Wholes("rows") is { } chosen ? table.View().At(chosen).ToTable() : table;
        rows.Write(writer, Delimiter.Comma);
        return writer.ToString();
    }

    /// <summary>Has a copy of a table analysed on another thread, so that the simulation need not wait.</summary>
    private void Analyze(SessionClient client, JsonElement id, CommandArguments arguments)
    {
        var (analysis, table) = (TableAnalysis.Of(arguments), _tables.Find(arguments.Text("table")).Clone());
        _ = Task.Run(() =>
        {
            try
            {
                var result = analysis.Of(table);
                Post(() => client.Send(new DoneMessage(id, result)));
            }
            catch (Exception e) { Post(() => client.Send(new ErrorMessage(id, e.Message))); }
        });
    }

    private void Act(SessionClient client, JsonElement id, CommandArguments arguments)
    {
        var name = arguments.Text("name");
        var action = _actions.FirstOrDefault(a => a.Name == name)
            ?? throw new EmergentException($"There is no action '{name}'. {Names.DidYouMean(name, _actions.Select(a => a.Name))}");
        var values = arguments.Texts("arguments");
        BetweenTrials(() => Answer(client, id, () =>
        {
            var result = action.Invoke(values);
            foreach (var feed in _feeds) { feed.Pass(); }
            _areTablesStale = true;
            client.Send(new DoneMessage(id, Answered(action.Name, result)));
            TellValues();
        }));
    }

    /// <summary>What a page is told of what an action has returned; all pages read it in the log.</summary>
    private object? Answered(string action, object? result)
    {
        if (result is Table table)
        {
            RefreshTables();   // it may be one that is shown, as it is now
            var tables = _tables.Tables;
            var name = _tables.Keep(action, table);
            if (!tables.SequenceEqual(_tables.Tables)) { Broadcast(new TablesMessage(_tables.Tables)); }
            Log("info", $"{action}: table '{name}', {table.RowCount} rows.");
            return new TableAnswer(name);
        }
        var text = result is null ? null : Parameter.Format(result);
        Log("info", text is null ? $"{action}: done." : $"{action}: {text}");
        return text;
    }

    /// <summary>Does something for a page; what goes wrong is its answer.</summary>
    private void Answer(SessionClient client, JsonElement id, Action work)
    {
        try { work(); }
        catch (TrialAbandonedException)
        {
            client.Send(new ErrorMessage(id, "It was left in the middle: the simulation starts afresh."));
            throw;
        }
        catch (EmergentException e) { client.Send(new ErrorMessage(id, e.Message)); }
        catch (Exception e)   // an action is code of the model's author: whatever it throws, the session goes on
        {
            client.Send(new ErrorMessage(id, e is ArgumentException ? e.Message : $"Unexpected {e.GetType().Name}: {e.Message}"));
        }
        _hasStatusNews = true;
    }

    private void TellValues()
    {
        if (_clients.Count == 0) { return; }
        if (_form.TakeChanges() is { Count: > 0 } changes) { Broadcast(new ValuesMessage(changes)); }
        _hasStatusNews = true;
    }

    private SeriesMessage SeriesOf(SeriesRequest request)
    {
        var feed = FeedOf(request.Network);
        var (network, (layer, unit)) = (feed.Network, feed.Find(request.Unit));
        var place = network.Layers.TakeWhile(l => l != layer).Sum(l => l.UnitCount) + unit;
        var records = feed.History.Records.ToList();
        var variables = new Dictionary<string, float[]>(StringComparer.Ordinal);
        for (var v = 0; v < network.UnitVariables.Count; v++)
        {
            if (!records.Exists(r => r.Columns.Contains(v))) { continue; }
            variables[network.UnitVariables[v].Name] = [.. records.Select(r => r.ValuesOf(v) is { IsEmpty: false } values ? values[place] : float.NaN)];
        }
        return new(request.Id, [.. records.Select(r => r.Number)], variables);
    }

    private static string TitleOf(string name) => name.Length == 0 ? "" : char.ToUpperInvariant(name[0]) + name[1..].Replace('-', ' ');
}
